/** The words that settings and shipments choose from (API.md 4.6). */
export const shippingWordsSchema = /* GraphQL */ `
enum LabelTypeEnum { PDF ZPL PNG }

enum LabelSizeEnum { A4 A5 A6 LETTER SIZE_4_x_6 SIZE_4_x_8 }

enum WeightUnitEnum { KG LB OZ G }

enum DimensionUnitEnum { CM IN }

enum ExportReasonEnum { sale gift sample return repair personal_effects other }

enum FirstMileEnum { pickup drop_off }

enum LastMileEnum { home_delivery service_point mailbox po_box }

enum FormFactorEnum { letter parcel mailbox pallet long }

enum AgeCheckEnum { AGE_16 AGE_18 }
`;
