// Made from the OpenAPI document by `npm run sdk`. Changes made here are lost.

import { Resource, segment } from "../resource.js";
import type { Pages } from "../pages.js";
import type { RequestOptions } from "../options.js";
import type { Transport } from "../transport.js";
import type {
  AccessAskInput,
  AccessAskOutput,
  AccessExplainOutput,
  AccessExplainQuery,
  AccessGrantorsOutput,
  AccessGrantorsQuery,
  AccessListOutput,
  AccessListQuery,
  AccessToken,
  AccountAcceptTermsInput,
  AccountAcceptTermsOutput,
  AccountArchiveNoticesInput,
  AccountArchiveNoticesOutput,
  AccountEndOtherSessionsOutput,
  AccountEndSessionOutput,
  AccountNoticesOutput,
  AccountNoticesQuery,
  AccountReadNoticesInput,
  AccountReadNoticesOutput,
  AccountRequestsOutput,
  AccountRequestsQuery,
  AccountSessionsOutput,
  AccountSessionsQuery,
  AccountSetUpInput,
  AccountSetUpOutput,
  AccountShowOutput,
  AccountTermsOutput,
  AccountUpdateInput,
  AccountUpdateOutput,
  ActivityViewOutput,
  ActivityViewQuery,
  AddressesCreateInput,
  AddressesCreateOutput,
  AddressesFindOutput,
  AddressesHistoryOutput,
  AddressesHistoryQuery,
  AddressesListOutput,
  AddressesListQuery,
  AddressesRemoveOutput,
  AddressesUpdateInput,
  AddressesUpdateOutput,
  ApiRulesReadOutput,
  ApiRulesUpdateInput,
  ApiRulesUpdateOutput,
  AssetsCreateInput,
  AssetsCreateOutput,
  AssetsFindOutput,
  AssetsHistoryOutput,
  AssetsHistoryQuery,
  AssetsListOutput,
  AssetsListQuery,
  AssetsMoveInput,
  AssetsMoveOutput,
  AssetsRemoveOutput,
  AssetsUpdateInput,
  AssetsUpdateOutput,
  AuditExportInput,
  AuditExportOutput,
  AuditExportsOutput,
  AuditExportsQuery,
  AuditFiltersOutput,
  AuditFindOutput,
  AuditListOutput,
  AuditListQuery,
  AuditProofOutput,
  AuditRetentionOutput,
  AuditSetRetentionInput,
  AuditSetRetentionOutput,
  BranchesArchiveInput,
  BranchesArchiveOutput,
  BranchesChoicesOutput,
  BranchesChoicesQuery,
  BranchesCreateInput,
  BranchesCreateOutput,
  BranchesFindOutput,
  BranchesHistoryOutput,
  BranchesHistoryQuery,
  BranchesListOutput,
  BranchesListQuery,
  BranchesPreviewArchiveOutput,
  BranchesRemoveOutput,
  BranchesRestoreOutput,
  BranchesTreeOutput,
  BranchesUpdateInput,
  BranchesUpdateOutput,
  CarrierConnectionsCreateInput,
  CarrierConnectionsCreateOutput,
  CarrierConnectionsFindOutput,
  CarrierConnectionsHistoryOutput,
  CarrierConnectionsHistoryQuery,
  CarrierConnectionsListOutput,
  CarrierConnectionsListQuery,
  CarrierConnectionsRemoveOutput,
  CarrierConnectionsUpdateInput,
  CarrierConnectionsUpdateOutput,
  CustomersCreateInput,
  CustomersCreateOutput,
  CustomersFindOutput,
  CustomersHistoryOutput,
  CustomersHistoryQuery,
  CustomersListOutput,
  CustomersListQuery,
  CustomersMoveInput,
  CustomersMoveOutput,
  CustomersRemoveOutput,
  CustomersUpdateInput,
  CustomersUpdateOutput,
  DelegationsChoicesOutput,
  DelegationsChoicesQuery,
  DelegationsCreateInput,
  DelegationsCreateOutput,
  DelegationsEndOutput,
  DelegationsLendInput,
  DelegationsLendOutput,
  DelegationsListOutput,
  DelegationsListQuery,
  DeliveriesFindOutput,
  DeliveriesListOutput,
  DeliveriesListQuery,
  DeliveriesReplayOutput,
  EventsFindOutput,
  EventsListOutput,
  EventsListQuery,
  EventsTypesOutput,
  EventsTypesQuery,
  ExportsAddressesQuery,
  ExportsAssetsQuery,
  ExportsBranchesQuery,
  ExportsCarrierConnectionsQuery,
  ExportsCustomersQuery,
  ExportsOrdersQuery,
  ExportsParcelsQuery,
  ExportsPiecesQuery,
  ExportsProductsQuery,
  ExportsShipmentsQuery,
  ExportsTemplatesQuery,
  GroupAcceptInput,
  GroupAcceptOutput,
  GroupAssignInput,
  GroupAssignOutput,
  GroupAssignmentsOutput,
  GroupAssignmentsQuery,
  GroupEndOutput,
  GroupRequestInput,
  GroupRequestOutput,
  GroupShareInput,
  GroupShareOutput,
  GroupTakeBackInput,
  GroupTakeBackOutput,
  GroupViewOutput,
  ImportsCancelOutput,
  ImportsConfirmOutput,
  ImportsFaultsOutput,
  ImportsFaultsQuery,
  ImportsFindOutput,
  ImportsRecentOutput,
  ImportsRecentQuery,
  InvitationsAcceptMineOutput,
  InvitationsCreateCodeInput,
  InvitationsCreateCodeOutput,
  InvitationsCreateInput,
  InvitationsCreateOutput,
  InvitationsListOutput,
  InvitationsListQuery,
  InvitationsMineOutput,
  InvitationsMineQuery,
  InvitationsResendOutput,
  InvitationsRevokeOutput,
  KeyPolicyReadOutput,
  KeyPolicyUpdateInput,
  KeyPolicyUpdateOutput,
  KeysCreateInput,
  KeysCreateOutput,
  KeysListOutput,
  KeysListQuery,
  KeysRevokeInput,
  KeysRevokeOutput,
  KeysRotateInput,
  KeysRotateOutput,
  KeysRotateOwnInput,
  KeysRotateOwnOutput,
  LogoRemoveInput,
  LogoRemoveOutput,
  LogsFindOutput,
  LogsListOutput,
  LogsListQuery,
  LogsRetentionOutput,
  LogsSetRetentionInput,
  LogsSetRetentionOutput,
  LookReadOutput,
  LookSetVisibilityInput,
  LookSetVisibilityOutput,
  LookUpdateInput,
  LookUpdateOutput,
  MeDefaultOrganizationOutput,
  MeSetDefaultOrganizationInput,
  MeSetDefaultOrganizationOutput,
  MeViewAccountOutput,
  MeViewOutput,
  MembersActivityOutput,
  MembersActivityQuery,
  MembersBranchesOutput,
  MembersCountOutput,
  MembersEndSessionOutput,
  MembersEndSessionsOutput,
  MembersFindOutput,
  MembersListOutput,
  MembersListQuery,
  MembersRemoveOutput,
  MembersResetFactorInput,
  MembersResetFactorOutput,
  MembersRestoreInput,
  MembersRestoreOutput,
  MembersRoleChoicesOutput,
  MembersRoleChoicesQuery,
  MembersSetBranchesInput,
  MembersSetBranchesOutput,
  MembersSetFlagsInput,
  MembersSetFlagsOutput,
  MembersSetRoleInput,
  MembersSetRoleOutput,
  MembersSignInOutput,
  MembersSuspendOutput,
  Nothing,
  NoticesArchiveInput,
  NoticesArchiveOutput,
  NoticesChooseInput,
  NoticesChooseOutput,
  NoticesListOutput,
  NoticesListQuery,
  NoticesMarkAllReadOutput,
  NoticesMarkReadInput,
  NoticesMarkReadOutput,
  NoticesPreferencesOutput,
  NoticesPreferencesQuery,
  OrdersCancelOutput,
  OrdersConfirmOutput,
  OrdersCreateInput,
  OrdersCreateOutput,
  OrdersFindOutput,
  OrdersFulfilOutput,
  OrdersHistoryOutput,
  OrdersHistoryQuery,
  OrdersListOutput,
  OrdersListQuery,
  OrdersMoveInput,
  OrdersMoveOutput,
  OrdersRemoveOutput,
  OrdersUpdateInput,
  OrdersUpdateOutput,
  OrganizationDeleteInput,
  OrganizationDeleteOutput,
  OrganizationFindOutput,
  OrganizationSetUpInput,
  OrganizationSetUpOutput,
  OverviewDismissStepInput,
  OverviewDismissStepOutput,
  OverviewRecentOutput,
  OverviewRecentQuery,
  OverviewViewOutput,
  OverviewViewQuery,
  OwnershipAcceptInput,
  OwnershipAcceptOutput,
  OwnershipCancelOutput,
  OwnershipDeclineOutput,
  OwnershipOfferInput,
  OwnershipOfferOutput,
  OwnershipReadOutput,
  ParcelsCreateInput,
  ParcelsCreateOutput,
  ParcelsFindOutput,
  ParcelsHistoryOutput,
  ParcelsHistoryQuery,
  ParcelsListOutput,
  ParcelsListQuery,
  ParcelsRemoveOutput,
  ParcelsUpdateInput,
  ParcelsUpdateOutput,
  PiecesCreateInput,
  PiecesCreateOutput,
  PiecesFindOutput,
  PiecesHistoryOutput,
  PiecesHistoryQuery,
  PiecesListOutput,
  PiecesListQuery,
  PiecesRemoveOutput,
  PiecesUpdateInput,
  PiecesUpdateOutput,
  PlanFindOutput,
  PlanRoomOutput,
  PlanWithheldOutput,
  PolicyReadOutput,
  PolicyUpdateInput,
  PolicyUpdateOutput,
  PreferencesReadOutput,
  PreferencesUpdateInput,
  PreferencesUpdateOutput,
  ProductsCreateInput,
  ProductsCreateOutput,
  ProductsFindOutput,
  ProductsHistoryOutput,
  ProductsHistoryQuery,
  ProductsListOutput,
  ProductsListQuery,
  ProductsRemoveOutput,
  ProductsUpdateInput,
  ProductsUpdateOutput,
  RefreshRequest,
  RegistrationApproveInput,
  RegistrationApproveOutput,
  RegistrationFindOutput,
  RegistrationRejectInput,
  RegistrationRejectOutput,
  RegistrationResendActivationInput,
  RegistrationResendActivationOutput,
  RegistrationTakeBackInput,
  RegistrationTakeBackOutput,
  RegistrationWithdrawOutput,
  RegistrationsApproveInput,
  RegistrationsApproveOutput,
  RegistrationsCountOutput,
  RegistrationsListOutput,
  RegistrationsListQuery,
  RegistrationsRejectInput,
  RegistrationsRejectOutput,
  RegistrationsRolesOutput,
  RolesCreateInput,
  RolesCreateOutput,
  RolesDeleteInput,
  RolesDeleteOutput,
  RolesFindOutput,
  RolesListOutput,
  RolesListQuery,
  RolesPreviewInput,
  RolesPreviewOutput,
  RolesSetLadderInput,
  RolesSetLadderOutput,
  RolesUpdateInput,
  RolesUpdateOutput,
  SearchRecordsOutput,
  SearchRecordsQuery,
  ServerAddMemberInput,
  ServerAddMemberOutput,
  ServerCreateOrganizationInput,
  ServerCreateOrganizationOutput,
  SettingsChangeAddressInput,
  SettingsChangeAddressOutput,
  SettingsHistoryOutput,
  SettingsHistoryQuery,
  SettingsReadOutput,
  SettingsRenameInput,
  SettingsRenameOutput,
  SettingsUpdateInput,
  SettingsUpdateOutput,
  SettingsUpdateRequestsInput,
  SettingsUpdateRequestsOutput,
  SettingsUpdateRolesInput,
  SettingsUpdateRolesOutput,
  ShipmentsAssignManyInput,
  ShipmentsAssignManyOutput,
  ShipmentsCancelInput,
  ShipmentsCancelManyInput,
  ShipmentsCancelManyOutput,
  ShipmentsCancelOutput,
  ShipmentsCountOutput,
  ShipmentsCountQuery,
  ShipmentsCreateInput,
  ShipmentsCreateOutput,
  ShipmentsFindOutput,
  ShipmentsListOutput,
  ShipmentsListQuery,
  ShipmentsMoveInput,
  ShipmentsMoveOutput,
  ShipmentsPrepareOutput,
  ShipmentsPrepareQuery,
  ShipmentsSetStatusInput,
  ShipmentsSetStatusManyInput,
  ShipmentsSetStatusManyOutput,
  ShipmentsSetStatusOutput,
  ShipmentsUpdateInput,
  ShipmentsUpdateOutput,
  SupportSessionsEndOutput,
  SupportSessionsListOutput,
  SupportSessionsListQuery,
  TemplatesCreateInput,
  TemplatesCreateOutput,
  TemplatesFindOutput,
  TemplatesHistoryOutput,
  TemplatesHistoryQuery,
  TemplatesListOutput,
  TemplatesListQuery,
  TemplatesRemoveOutput,
  TemplatesUpdateInput,
  TemplatesUpdateOutput,
  TestDataDeleteInput,
  TestDataDeleteOutput,
  TokenPair,
  TokenRequest,
  UsageViewOutput,
  UsageViewQuery,
  ViewsListOutput,
  ViewsListQuery,
  ViewsRemoveOutput,
  ViewsSaveInput,
  ViewsSaveOutput,
  WebhooksCountReplayOutput,
  WebhooksCountReplayQuery,
  WebhooksCreateInput,
  WebhooksCreateOutput,
  WebhooksDeleteOutput,
  WebhooksDisableOutput,
  WebhooksEnableOutput,
  WebhooksFindOutput,
  WebhooksListOutput,
  WebhooksListQuery,
  WebhooksReplayInput,
  WebhooksReplayOutput,
  WebhooksRotateInput,
  WebhooksRotateOutput,
  WebhooksTestOutput,
  WebhooksUpdateInput,
  WebhooksUpdateOutput,
  WorkspaceGetOutput,
  WorkspaceUpdateInput,
  WorkspaceUpdateOutput,
} from "./types.js";

export class AccessCalls extends Resource {
  /** List every permission with yes or no and why: yours, another member's or a key's. Needs the permission `organization.view`. */
  list(query?: AccessListQuery, options?: RequestOptions): Pages<AccessListOutput> {
    return this.pages({ method: "GET", path: "/access", query }, options);
  }

  /** Say why a permission is held or not, on a record too: yourself, another member or a key. Needs the permission `organization.view`. */
  explain(query?: AccessExplainQuery, options?: RequestOptions): Promise<AccessExplainOutput> {
    return this.call({ method: "GET", path: "/access/explain", query }, options);
  }

  /** See who can give a permission. Needs the permission `organization.view`. */
  grantors(query: AccessGrantorsQuery, options?: RequestOptions): Promise<AccessGrantorsOutput> {
    return this.call({ method: "GET", path: "/access/grantors", query }, options);
  }

  /** Ask those who can give a permission for it. Needs the permission `organization.view`. Takes an `Idempotency-Key`. At most 10 in 24 hours for each person or key. */
  ask(input: AccessAskInput, options?: RequestOptions): Promise<AccessAskOutput> {
    return this.call({ method: "POST", path: "/access/requests", body: input, once: true }, options);
  }
}

export class AccountCalls extends Resource {
  /** Show your account. Acts on the account of the person who asks. */
  show(options?: RequestOptions): Promise<AccountShowOutput> {
    return this.call({ method: "GET", path: "/account" }, options);
  }

  /** Change your name and time zone. Acts on the account of the person who asks. Takes an `Idempotency-Key`. At most 60 in 1 hours for each person or key. */
  update(input: AccountUpdateInput, options?: RequestOptions): Promise<AccountUpdateOutput> {
    return this.call({ method: "PATCH", path: "/account", body: input, once: true }, options);
  }

  /** List open invitations to your address. Acts on the account of the person who asks. */
  invitations(query?: InvitationsMineQuery, options?: RequestOptions): Pages<InvitationsMineOutput> {
    return this.pages({ method: "GET", path: "/account/invitations", query }, options);
  }

  /** Accept an invitation to your own address. Acts on the account of the person who asks. Takes an `Idempotency-Key`. At most 60 in 1 hours for each person or key. */
  acceptInvitation(id: string, options?: RequestOptions): Promise<InvitationsAcceptMineOutput> {
    return this.call({ method: "POST", path: `/account/invitations/${segment(id)}/accept`, once: true }, options);
  }

  /** List your notices of all your organizations, newest first. Acts on the account of the person who asks. */
  notices(query?: AccountNoticesQuery, options?: RequestOptions): Pages<AccountNoticesOutput> {
    return this.pages({ method: "GET", path: "/account/notices", query }, options);
  }

  /** Move some of your notices into the archive, or back, wherever they are. Acts on the account of the person who asks. Takes an `Idempotency-Key`. At most 600 in 1 hours for each person or key. */
  archiveNotices(input: AccountArchiveNoticesInput, options?: RequestOptions): Promise<AccountArchiveNoticesOutput> {
    return this.call({ method: "POST", path: "/account/notices/archive", body: input, once: true }, options);
  }

  /** Mark your notices read: some, those of one organization, or all. Acts on the account of the person who asks. Takes an `Idempotency-Key`. At most 600 in 1 hours for each person or key. */
  readNotices(input?: AccountReadNoticesInput, options?: RequestOptions): Promise<AccountReadNoticesOutput> {
    return this.call({ method: "POST", path: "/account/notices/read", body: input, once: true }, options);
  }

  /** List your requests to join organizations. Acts on the account of the person who asks. */
  requests(query?: AccountRequestsQuery, options?: RequestOptions): Pages<AccountRequestsOutput> {
    return this.pages({ method: "GET", path: "/account/requests", query }, options);
  }

  /** Take back a pending request. Acts on the account of the person who asks. Takes an `Idempotency-Key`. At most 60 in 1 hours for each person or key. */
  withdrawRequest(id: string, options?: RequestOptions): Promise<RegistrationWithdrawOutput> {
    return this.call({ method: "DELETE", path: `/account/requests/${segment(id)}`, once: true }, options);
  }

  /** List your sessions. Acts on the account of the person who asks. */
  sessions(query?: AccountSessionsQuery, options?: RequestOptions): Pages<AccountSessionsOutput> {
    return this.pages({ method: "GET", path: "/account/sessions", query }, options);
  }

  /** End all of your sessions but this one. Acts on the account of the person who asks. Takes an `Idempotency-Key`. At most 60 in 1 hours for each person or key. */
  endOtherSessions(options?: RequestOptions): Promise<AccountEndOtherSessionsOutput> {
    return this.call({ method: "POST", path: "/account/sessions/end-others", once: true }, options);
  }

  /** End one of your sessions on all its hosts. Acts on the account of the person who asks. Takes an `Idempotency-Key`. At most 120 in 1 hours for each person or key. */
  endSession(id: string, options?: RequestOptions): Promise<AccountEndSessionOutput> {
    return this.call({ method: "DELETE", path: `/account/sessions/${segment(id)}`, once: true }, options);
  }

  /** Read the terms of this installation, and whether you accepted them. Acts on the account of the person who asks. */
  terms(options?: RequestOptions): Promise<AccountTermsOutput> {
    return this.call({ method: "GET", path: "/account/terms" }, options);
  }

  /** Accept the terms of this installation, in the version that you read. Acts on the account of the person who asks. Takes an `Idempotency-Key`. At most 60 in 1 hours for each person or key. */
  acceptTerms(input: AccountAcceptTermsInput, options?: RequestOptions): Promise<AccountAcceptTermsOutput> {
    return this.call({ method: "POST", path: "/account/terms", body: input, once: true }, options);
  }
}

export class ActivityCalls extends Resource {
  /** See what members did, in some branches or all, how many requests wait, and how fast people get in. Needs the permission `activity.view`, which a key has with the scope `activity: read`. */
  view(query: ActivityViewQuery, options?: RequestOptions): Promise<ActivityViewOutput> {
    return this.call({ method: "GET", path: "/activity", query }, options);
  }
}

export class AddressesCalls extends Resource {
  /** List addresses. Needs the permission `addresses.view`, which a key has with the scope `addresses: read`. */
  list(query?: AddressesListQuery, options?: RequestOptions): Pages<AddressesListOutput> {
    return this.pages({ method: "GET", path: "/addresses", query }, options);
  }

  /** Create an address. Needs the permission `addresses.manage`, which a key has with the scope `addresses: write`. Takes an `Idempotency-Key`. */
  create(input: AddressesCreateInput, options?: RequestOptions): Promise<AddressesCreateOutput> {
    return this.call({ method: "POST", path: "/addresses", body: input, once: true }, options);
  }

  /** Remove an address. Needs the permission `addresses.manage`, which a key has with the scope `addresses: write`. Takes an `Idempotency-Key`. Takes the ETag of `GET /addresses/{id}` as `If-Match`. */
  remove(id: string, options?: RequestOptions): Promise<AddressesRemoveOutput> {
    return this.call({ method: "DELETE", path: `/addresses/${segment(id)}`, once: true }, options);
  }

  /** Get an address. Needs the permission `addresses.view`, which a key has with the scope `addresses: read`. */
  find(id: string, options?: RequestOptions): Promise<AddressesFindOutput> {
    return this.call({ method: "GET", path: `/addresses/${segment(id)}`, kept: true }, options);
  }

  /** Change an address. Needs the permission `addresses.manage`, which a key has with the scope `addresses: write`. Takes an `Idempotency-Key`. Takes the ETag of `GET /addresses/{id}` as `If-Match`. */
  update(id: string, input?: AddressesUpdateInput, options?: RequestOptions): Promise<AddressesUpdateOutput> {
    return this.call({ method: "PATCH", path: `/addresses/${segment(id)}`, body: input, once: true }, options);
  }

  /** See what happened to an address. Needs the permission `addresses.view`, which a key has with the scope `addresses: read`. */
  history(id: string, query?: AddressesHistoryQuery, options?: RequestOptions): Pages<AddressesHistoryOutput> {
    return this.pages({ method: "GET", path: `/addresses/${segment(id)}/history`, query }, options);
  }
}

export class AssetsCalls extends Resource {
  /** List assets. Needs the permission `assets.view`, which a key has with the scope `assets: read`. */
  list(query?: AssetsListQuery, options?: RequestOptions): Pages<AssetsListOutput> {
    return this.pages({ method: "GET", path: "/assets", query }, options);
  }

  /** Create an asset. Needs the permission `assets.manage`, which a key has with the scope `assets: write`. Takes an `Idempotency-Key`. */
  create(input: AssetsCreateInput, options?: RequestOptions): Promise<AssetsCreateOutput> {
    return this.call({ method: "POST", path: "/assets", body: input, once: true }, options);
  }

  /** Move assets to another branch; null: to none. Needs the permission `assets.manage`, which a key has with the scope `assets: write`. Takes an `Idempotency-Key`. */
  move(input: AssetsMoveInput, options?: RequestOptions): Promise<AssetsMoveOutput> {
    return this.call({ method: "POST", path: "/assets/move", body: input, once: true }, options);
  }

  /** Remove an asset. Needs the permission `assets.manage`, which a key has with the scope `assets: write`. Takes an `Idempotency-Key`. Takes the ETag of `GET /assets/{id}` as `If-Match`. */
  remove(id: string, options?: RequestOptions): Promise<AssetsRemoveOutput> {
    return this.call({ method: "DELETE", path: `/assets/${segment(id)}`, once: true }, options);
  }

  /** Get an asset. Needs the permission `assets.view`, which a key has with the scope `assets: read`. */
  find(id: string, options?: RequestOptions): Promise<AssetsFindOutput> {
    return this.call({ method: "GET", path: `/assets/${segment(id)}`, kept: true }, options);
  }

  /** Change an asset. Needs the permission `assets.manage`, which a key has with the scope `assets: write`. Takes an `Idempotency-Key`. Takes the ETag of `GET /assets/{id}` as `If-Match`. */
  update(id: string, input?: AssetsUpdateInput, options?: RequestOptions): Promise<AssetsUpdateOutput> {
    return this.call({ method: "PATCH", path: `/assets/${segment(id)}`, body: input, once: true }, options);
  }

  /** See what happened to an asset. Needs the permission `assets.view`, which a key has with the scope `assets: read`. */
  history(id: string, query?: AssetsHistoryQuery, options?: RequestOptions): Pages<AssetsHistoryOutput> {
    return this.pages({ method: "GET", path: `/assets/${segment(id)}/history`, query }, options);
  }
}

export class AuditCalls extends Resource {
  /** List the audit trail, newest first. Needs the permission `audit.view`, which a key has with the scope `audit: read`. */
  list(query?: AuditListQuery, options?: RequestOptions): Pages<AuditListOutput> {
    return this.pages({ method: "GET", path: "/audit", query }, options);
  }

  /** See the last exports of the audit trail. Needs the permission `audit.export`, which a key has with the scope `audit: read`. */
  exports(query?: AuditExportsQuery, options?: RequestOptions): Pages<AuditExportsOutput> {
    return this.pages({ method: "GET", path: "/audit/exports", query }, options);
  }

  /** Export what a search of the audit trail finds, in the background. Needs the permission `audit.export`, which a key has with the scope `audit: read`. May want a fresh proof of the acting person: send `password`, or `factor_code` where they have a second factor. Takes an `Idempotency-Key`. At most 20 in 1 hours for each person or key. */
  export(input: AuditExportInput, options?: RequestOptions): Promise<AuditExportOutput> {
    return this.call({ method: "POST", path: "/audit/exports", body: input, once: true }, options);
  }

  /** List the people whose entries can be filtered. Needs the permission `audit.view`, which a key has with the scope `audit: read`. */
  filters(options?: RequestOptions): Promise<AuditFiltersOutput> {
    return this.call({ method: "GET", path: "/audit/filters" }, options);
  }

  /** See how far the audit trail was sealed and verified. Needs the permission `audit.view`, which a key has with the scope `audit: read`. */
  proof(options?: RequestOptions): Promise<AuditProofOutput> {
    return this.call({ method: "GET", path: "/audit/proof" }, options);
  }

  /** Look at one entry of the audit trail. Needs the permission `audit.view`, which a key has with the scope `audit: read`. */
  find(id: string, options?: RequestOptions): Promise<AuditFindOutput> {
    return this.call({ method: "GET", path: `/audit/${segment(id)}` }, options);
  }
}

export class BranchesCalls extends Resource {
  /** List branches. Needs the permission `branches.view`, which a key has with the scope `branches: read`. */
  list(query?: BranchesListQuery, options?: RequestOptions): Pages<BranchesListOutput> {
    return this.pages({ method: "GET", path: "/branches", query }, options);
  }

  /** Create a branch. Needs the permission `branches.manage`, which a key has with the scope `branches: write`. Takes an `Idempotency-Key`. */
  create(input: BranchesCreateInput, options?: RequestOptions): Promise<BranchesCreateOutput> {
    return this.call({ method: "POST", path: "/branches", body: input, once: true }, options);
  }

  /** List your branches, to choose from. Needs the permission `organization.view`. */
  choices(query?: BranchesChoicesQuery, options?: RequestOptions): Pages<BranchesChoicesOutput> {
    return this.pages({ method: "GET", path: "/branches/choices", query }, options);
  }

  /** See the branches with place, manager and members. Needs the permission `branches.view`, which a key has with the scope `branches: read`. */
  tree(options?: RequestOptions): Promise<BranchesTreeOutput> {
    return this.call({ method: "GET", path: "/branches/tree" }, options);
  }

  /** Remove a branch. Needs the permission `branches.manage`, which a key has with the scope `branches: write`. Takes an `Idempotency-Key`. Takes the ETag of `GET /branches/{id}` as `If-Match`. */
  remove(id: string, options?: RequestOptions): Promise<BranchesRemoveOutput> {
    return this.call({ method: "DELETE", path: `/branches/${segment(id)}`, once: true }, options);
  }

  /** Get a branch. Needs the permission `branches.view`, which a key has with the scope `branches: read`. */
  find(id: string, options?: RequestOptions): Promise<BranchesFindOutput> {
    return this.call({ method: "GET", path: `/branches/${segment(id)}`, kept: true }, options);
  }

  /** Change a branch. Needs the permission `branches.manage`, which a key has with the scope `branches: write`. Takes an `Idempotency-Key`. Takes the ETag of `GET /branches/{id}` as `If-Match`. */
  update(id: string, input?: BranchesUpdateInput, options?: RequestOptions): Promise<BranchesUpdateOutput> {
    return this.call({ method: "PATCH", path: `/branches/${segment(id)}`, body: input, once: true }, options);
  }

  /** See what archiving a branch would move. Needs the permission `branches.manage`, which a key has with the scope `branches: write`. */
  previewArchive(id: string, options?: RequestOptions): Promise<BranchesPreviewArchiveOutput> {
    return this.call({ method: "GET", path: `/branches/${segment(id)}/archive` }, options);
  }

  /** Archive a branch; its records and members go to another one. Needs the permission `branches.manage`, which a key has with the scope `branches: write`. Takes an `Idempotency-Key`. */
  archive(id: string, input?: BranchesArchiveInput, options?: RequestOptions): Promise<BranchesArchiveOutput> {
    return this.call({ method: "POST", path: `/branches/${segment(id)}/archive`, body: input, once: true }, options);
  }

  /** See what happened to a branch. Needs the permission `branches.view`, which a key has with the scope `branches: read`. */
  history(id: string, query?: BranchesHistoryQuery, options?: RequestOptions): Pages<BranchesHistoryOutput> {
    return this.pages({ method: "GET", path: `/branches/${segment(id)}/history`, query }, options);
  }

  /** Open an archived branch again. Needs the permission `branches.manage`, which a key has with the scope `branches: write`. Takes an `Idempotency-Key`. */
  restore(id: string, options?: RequestOptions): Promise<BranchesRestoreOutput> {
    return this.call({ method: "POST", path: `/branches/${segment(id)}/restore`, once: true }, options);
  }
}

export class CarrierConnectionsCalls extends Resource {
  /** List carrier connections. Needs the permission `carriers.manage`, which a key has with the scope `carriers: write`. */
  list(query?: CarrierConnectionsListQuery, options?: RequestOptions): Pages<CarrierConnectionsListOutput> {
    return this.pages({ method: "GET", path: "/carrier-connections", query }, options);
  }

  /** Create a carrier connection. Needs the permission `carriers.manage`, which a key has with the scope `carriers: write`. Takes an `Idempotency-Key`. */
  create(input: CarrierConnectionsCreateInput, options?: RequestOptions): Promise<CarrierConnectionsCreateOutput> {
    return this.call({ method: "POST", path: "/carrier-connections", body: input, once: true }, options);
  }

  /** Remove a carrier connection. Needs the permission `carriers.manage`, which a key has with the scope `carriers: write`. Takes an `Idempotency-Key`. Takes the ETag of `GET /carrier-connections/{id}` as `If-Match`. */
  remove(id: string, options?: RequestOptions): Promise<CarrierConnectionsRemoveOutput> {
    return this.call({ method: "DELETE", path: `/carrier-connections/${segment(id)}`, once: true }, options);
  }

  /** Get a carrier connection. Needs the permission `carriers.manage`, which a key has with the scope `carriers: write`. */
  find(id: string, options?: RequestOptions): Promise<CarrierConnectionsFindOutput> {
    return this.call({ method: "GET", path: `/carrier-connections/${segment(id)}`, kept: true }, options);
  }

  /** Change a carrier connection. Needs the permission `carriers.manage`, which a key has with the scope `carriers: write`. Takes an `Idempotency-Key`. Takes the ETag of `GET /carrier-connections/{id}` as `If-Match`. */
  update(id: string, input?: CarrierConnectionsUpdateInput, options?: RequestOptions): Promise<CarrierConnectionsUpdateOutput> {
    return this.call({ method: "PATCH", path: `/carrier-connections/${segment(id)}`, body: input, once: true }, options);
  }

  /** See what happened to a carrier connection. Needs the permission `carriers.manage`, which a key has with the scope `carriers: write`. */
  history(id: string, query?: CarrierConnectionsHistoryQuery, options?: RequestOptions): Pages<CarrierConnectionsHistoryOutput> {
    return this.pages({ method: "GET", path: `/carrier-connections/${segment(id)}/history`, query }, options);
  }
}

export class CustomersCalls extends Resource {
  /** List customers. Needs the permission `customers.view`, which a key has with the scope `customers: read`. */
  list(query?: CustomersListQuery, options?: RequestOptions): Pages<CustomersListOutput> {
    return this.pages({ method: "GET", path: "/customers", query }, options);
  }

  /** Create a customer. Needs the permission `customers.manage`, which a key has with the scope `customers: write`. Takes an `Idempotency-Key`. */
  create(input: CustomersCreateInput, options?: RequestOptions): Promise<CustomersCreateOutput> {
    return this.call({ method: "POST", path: "/customers", body: input, once: true }, options);
  }

  /** Move customers to another branch; null: to none. Needs the permission `customers.manage`, which a key has with the scope `customers: write`. Takes an `Idempotency-Key`. */
  move(input: CustomersMoveInput, options?: RequestOptions): Promise<CustomersMoveOutput> {
    return this.call({ method: "POST", path: "/customers/move", body: input, once: true }, options);
  }

  /** Remove a customer. Needs the permission `customers.manage`, which a key has with the scope `customers: write`. Takes an `Idempotency-Key`. Takes the ETag of `GET /customers/{id}` as `If-Match`. */
  remove(id: string, options?: RequestOptions): Promise<CustomersRemoveOutput> {
    return this.call({ method: "DELETE", path: `/customers/${segment(id)}`, once: true }, options);
  }

  /** Get a customer. Needs the permission `customers.view`, which a key has with the scope `customers: read`. */
  find(id: string, options?: RequestOptions): Promise<CustomersFindOutput> {
    return this.call({ method: "GET", path: `/customers/${segment(id)}`, kept: true }, options);
  }

  /** Change a customer. Needs the permission `customers.manage`, which a key has with the scope `customers: write`. Takes an `Idempotency-Key`. Takes the ETag of `GET /customers/{id}` as `If-Match`. */
  update(id: string, input?: CustomersUpdateInput, options?: RequestOptions): Promise<CustomersUpdateOutput> {
    return this.call({ method: "PATCH", path: `/customers/${segment(id)}`, body: input, once: true }, options);
  }

  /** See what happened to a customer. Needs the permission `customers.view`, which a key has with the scope `customers: read`. */
  history(id: string, query?: CustomersHistoryQuery, options?: RequestOptions): Pages<CustomersHistoryOutput> {
    return this.pages({ method: "GET", path: `/customers/${segment(id)}/history`, query }, options);
  }
}

export class DelegationsCalls extends Resource {
  /** See who lends which rights to whom; a stand-in is lent the queue of registrations. Needs the permission `organization.view`. */
  list(query?: DelegationsListQuery, options?: RequestOptions): Pages<DelegationsListOutput> {
    return this.pages({ method: "GET", path: "/delegations", query }, options);
  }

  /** Lend permissions of your own to a member until a day. Needs the permission `delegations.manage`, which a key has with the scope `delegations: write`. May want a fresh proof of the acting person: send `password`, or `factor_code` where they have a second factor. Takes an `Idempotency-Key`. At most 60 in 1 hours for each person or key. */
  lend(input: DelegationsLendInput, options?: RequestOptions): Promise<DelegationsLendOutput> {
    return this.call({ method: "POST", path: "/delegations", body: input, once: true }, options);
  }

  /** List the members who could stand in for you. Needs the permission `registrations.decide`, which a key has with the scope `registrations: write`. */
  choices(query?: DelegationsChoicesQuery, options?: RequestOptions): Pages<DelegationsChoicesOutput> {
    return this.pages({ method: "GET", path: "/delegations/choices", query }, options);
  }

  /** Name a member who decides on registrations while you are away. Needs the permission `registrations.decide`, which a key has with the scope `registrations: write`. Takes an `Idempotency-Key`. At most 30 in 1 hours for each person or key. */
  create(input: DelegationsCreateInput, options?: RequestOptions): Promise<DelegationsCreateOutput> {
    return this.call({ method: "POST", path: "/delegations/stand-ins", body: input, once: true }, options);
  }

  /** End a loan or a stand-in at once: yours, one to you, or any where you manage members. Needs the permission `organization.view`. Takes an `Idempotency-Key`. */
  end(id: string, options?: RequestOptions): Promise<DelegationsEndOutput> {
    return this.call({ method: "POST", path: `/delegations/${segment(id)}/end`, once: true }, options);
  }
}

export class DeliveriesCalls extends Resource {
  /** List what was sent to webhooks. Needs the permission `webhooks.view`, which a key has with the scope `webhooks: read`. */
  list(query?: DeliveriesListQuery, options?: RequestOptions): Pages<DeliveriesListOutput> {
    return this.pages({ method: "GET", path: "/deliveries", query }, options);
  }

  /** Get a delivery with each try, what was sent and what was answered. Needs the permission `webhooks.view`, which a key has with the scope `webhooks: read`. */
  find(id: string, options?: RequestOptions): Promise<DeliveriesFindOutput> {
    return this.call({ method: "GET", path: `/deliveries/${segment(id)}` }, options);
  }

  /** Send a delivery again, under the same id. Needs the permission `webhooks.manage`, which a key has with the scope `webhooks: write`. Takes an `Idempotency-Key`. At most 300 in 1 hours for each person or key. */
  replay(id: string, options?: RequestOptions): Promise<DeliveriesReplayOutput> {
    return this.call({ method: "POST", path: `/deliveries/${segment(id)}/replay`, once: true }, options);
  }
}

export class EventTypesCalls extends Resource {
  /** List the kinds of events, each with a sample of what it carries. Needs the permission `events.view`, which a key has with the scope `events: read`. */
  list(query?: EventsTypesQuery, options?: RequestOptions): Pages<EventsTypesOutput> {
    return this.pages({ method: "GET", path: "/event-types", query }, options);
  }
}

export class EventsCalls extends Resource {
  /** List what happened in the last 30 days; with `after`, what came after an event, in order. Needs the permission `events.view`, which a key has with the scope `events: read`. */
  list(query?: EventsListQuery, options?: RequestOptions): Pages<EventsListOutput> {
    return this.pages({ method: "GET", path: "/events", query }, options);
  }

  /** Get an event. Needs the permission `events.view`, which a key has with the scope `events: read`. */
  find(id: string, options?: RequestOptions): Promise<EventsFindOutput> {
    return this.call({ method: "GET", path: `/events/${segment(id)}` }, options);
  }
}

export class ExportsCalls extends Resource {
  /** Get addresses as CSV, by the filters of their list: all rows, in its order. Needs the permission `data.export`, which a key has with the scope `data: read`, and the one to see addresses. A person's token wants a fresh proof. */
  addresses(query?: ExportsAddressesQuery, options?: RequestOptions): Promise<string> {
    return this.call({ method: "GET", path: "/exports/addresses", query, text: true }, options);
  }

  /** Get assets as CSV, by the filters of their list: all rows, in its order. Needs the permission `data.export`, which a key has with the scope `data: read`, and the one to see assets. A person's token wants a fresh proof. */
  assets(query?: ExportsAssetsQuery, options?: RequestOptions): Promise<string> {
    return this.call({ method: "GET", path: "/exports/assets", query, text: true }, options);
  }

  /** Get branches as CSV, by the filters of their list: all rows, in its order. Needs the permission `data.export`, which a key has with the scope `data: read`, and the one to see branches. A person's token wants a fresh proof. */
  branches(query?: ExportsBranchesQuery, options?: RequestOptions): Promise<string> {
    return this.call({ method: "GET", path: "/exports/branches", query, text: true }, options);
  }

  /** Get carrier connections as CSV, by the filters of their list: all rows, in its order. Needs the permission `data.export`, which a key has with the scope `data: read`, and the one to see carrier connections. A person's token wants a fresh proof. */
  carrierConnections(query?: ExportsCarrierConnectionsQuery, options?: RequestOptions): Promise<string> {
    return this.call({ method: "GET", path: "/exports/carrier-connections", query, text: true }, options);
  }

  /** Get customers as CSV, by the filters of their list: all rows, in its order. Needs the permission `data.export`, which a key has with the scope `data: read`, and the one to see customers. A person's token wants a fresh proof. */
  customers(query?: ExportsCustomersQuery, options?: RequestOptions): Promise<string> {
    return this.call({ method: "GET", path: "/exports/customers", query, text: true }, options);
  }

  /** Get orders as CSV, by the filters of their list: all rows, in its order. Needs the permission `data.export`, which a key has with the scope `data: read`, and the one to see orders. A person's token wants a fresh proof. */
  orders(query?: ExportsOrdersQuery, options?: RequestOptions): Promise<string> {
    return this.call({ method: "GET", path: "/exports/orders", query, text: true }, options);
  }

  /** Get parcel presets as CSV, by the filters of their list: all rows, in its order. Needs the permission `data.export`, which a key has with the scope `data: read`, and the one to see parcel presets. A person's token wants a fresh proof. */
  parcels(query?: ExportsParcelsQuery, options?: RequestOptions): Promise<string> {
    return this.call({ method: "GET", path: "/exports/parcels", query, text: true }, options);
  }

  /** Get pieces as CSV, by the filters of their list: all rows, in its order. Needs the permission `data.export`, which a key has with the scope `data: read`, and the one to see pieces. A person's token wants a fresh proof. */
  pieces(query?: ExportsPiecesQuery, options?: RequestOptions): Promise<string> {
    return this.call({ method: "GET", path: "/exports/pieces", query, text: true }, options);
  }

  /** Get products as CSV, by the filters of their list: all rows, in its order. Needs the permission `data.export`, which a key has with the scope `data: read`, and the one to see products. A person's token wants a fresh proof. */
  products(query?: ExportsProductsQuery, options?: RequestOptions): Promise<string> {
    return this.call({ method: "GET", path: "/exports/products", query, text: true }, options);
  }

  /** Get shipments as CSV, by the filters of their list: all rows, in its order. Needs the permission `data.export`, which a key has with the scope `data: read`, and the one to see shipments. A person's token wants a fresh proof. */
  shipments(query?: ExportsShipmentsQuery, options?: RequestOptions): Promise<string> {
    return this.call({ method: "GET", path: "/exports/shipments", query, text: true }, options);
  }

  /** Get templates as CSV, by the filters of their list: all rows, in its order. Needs the permission `data.export`, which a key has with the scope `data: read`, and the one to see templates. A person's token wants a fresh proof. */
  templates(query?: ExportsTemplatesQuery, options?: RequestOptions): Promise<string> {
    return this.call({ method: "GET", path: "/exports/templates", query, text: true }, options);
  }
}

export class GroupCalls extends Resource {
  /** See the group: its head, what is shared, and the organizations below with their figures. Needs the permission `settings.view`, which a key has with the scope `settings: read`. */
  view(options?: RequestOptions): Promise<GroupViewOutput> {
    return this.call({ method: "GET", path: "/group" }, options);
  }

  /** See where people of yours belong by your group. Needs the permission `settings.view`, which a key has with the scope `settings: read`. */
  assignments(query: GroupAssignmentsQuery, options?: RequestOptions): Pages<GroupAssignmentsOutput> {
    return this.pages({ method: "GET", path: "/group/assignments", query }, options);
  }

  /** Give people memberships in organizations of the group, all of them or none. Needs the permission `members.invite`, which a key has with the scope `members: write`. May want a fresh proof of the acting person: send `password`, or `factor_code` where they have a second factor. Takes an `Idempotency-Key`. */
  assign(input: GroupAssignInput, options?: RequestOptions): Promise<GroupAssignOutput> {
    return this.call({ method: "POST", path: "/group/assignments", body: input, once: true }, options);
  }

  /** Take memberships back that your group gave to one of your people, all of them or none. Needs the permission `members.manage`, which a key has with the scope `members: write`. Takes an `Idempotency-Key`. */
  takeBack(input: GroupTakeBackInput, options?: RequestOptions): Promise<GroupTakeBackOutput> {
    return this.call({ method: "POST", path: "/group/assignments/take-back", body: input, once: true }, options);
  }

  /** Withdraw or decline a request, leave a group, or let an organization out of yours. Needs the permission `settings.manage`, which a key has with the scope `settings: write`. Takes an `Idempotency-Key`. */
  end(id: string, options?: RequestOptions): Promise<GroupEndOutput> {
    return this.call({ method: "DELETE", path: `/group/links/${segment(id)}`, once: true }, options);
  }

  /** Ask an organization to join your group. Needs the permission `settings.manage`, which a key has with the scope `settings: write`. Takes an `Idempotency-Key`. At most 60 in 24 hours for each organization. */
  request(input: GroupRequestInput, options?: RequestOptions): Promise<GroupRequestOutput> {
    return this.call({ method: "POST", path: "/group/requests", body: input, once: true }, options);
  }

  /** Join a group, sharing these figures and letting its head give these roles. Needs the permission `settings.manage`, which a key has with the scope `settings: write`. May want a fresh proof of the acting person: send `password`, or `factor_code` where they have a second factor. Takes an `Idempotency-Key`. */
  accept(id: string, input?: GroupAcceptInput, options?: RequestOptions): Promise<GroupAcceptOutput> {
    return this.call({ method: "POST", path: `/group/requests/${segment(id)}/accept`, body: input, once: true }, options);
  }

  /** Change what your group's head reads and which roles it may give. Needs the permission `settings.manage`, which a key has with the scope `settings: write`. May want a fresh proof of the acting person: send `password`, or `factor_code` where they have a second factor. Takes an `Idempotency-Key`. */
  share(input?: GroupShareInput, options?: RequestOptions): Promise<GroupShareOutput> {
    return this.call({ method: "PUT", path: "/group/shares", body: input, once: true }, options);
  }
}

export class ImportsCalls extends Resource {
  /** See the last imports into a list. Needs the permission `data.import`, which a key has with the scope `data: write`. */
  recent(query: ImportsRecentQuery, options?: RequestOptions): Pages<ImportsRecentOutput> {
    return this.pages({ method: "GET", path: "/imports", query }, options);
  }

  /** See how an import goes, and what is wrong with its rows. Needs the permission `data.import`, which a key has with the scope `data: write`. */
  find(id: string, options?: RequestOptions): Promise<ImportsFindOutput> {
    return this.call({ method: "GET", path: `/imports/${segment(id)}` }, options);
  }

  /** Stop an import; what is written stays. Needs the permission `data.import`, which a key has with the scope `data: write`. Takes an `Idempotency-Key`. */
  cancel(id: string, options?: RequestOptions): Promise<ImportsCancelOutput> {
    return this.call({ method: "POST", path: `/imports/${segment(id)}/cancel`, once: true }, options);
  }

  /** Write the rows of a checked file. Needs the permission `data.import`, which a key has with the scope `data: write`. Takes an `Idempotency-Key`. */
  confirm(id: string, options?: RequestOptions): Promise<ImportsConfirmOutput> {
    return this.call({ method: "POST", path: `/imports/${segment(id)}/confirm`, once: true }, options);
  }

  /** Read the faulty rows of an import. Needs the permission `data.import`, which a key has with the scope `data: write`. */
  faults(id: string, query?: ImportsFaultsQuery, options?: RequestOptions): Promise<ImportsFaultsOutput> {
    return this.call({ method: "GET", path: `/imports/${segment(id)}/faults`, query }, options);
  }
}

export class InvitationsCalls extends Resource {
  /** List open invitations, or the history of the rest. Needs the permission `invitations.view`, which a key has with the scope `invitations: read`. */
  list(query?: InvitationsListQuery, options?: RequestOptions): Pages<InvitationsListOutput> {
    return this.pages({ method: "GET", path: "/invitations", query }, options);
  }

  /** Invite people by mail, many at once. Needs the permission `members.invite`, which a key has with the scope `members: write`. May want a fresh proof of the acting person: send `password`, or `factor_code` where they have a second factor. Takes an `Idempotency-Key`. At most 60 in 1 hours for each person or key. At most 300 in 1 hours for each organization. */
  create(input: InvitationsCreateInput, options?: RequestOptions): Promise<InvitationsCreateOutput> {
    return this.call({ method: "POST", path: "/invitations", body: input, once: true }, options);
  }

  /** Make a code that lets one person join; it is shown once. Needs the permission `members.invite`, which a key has with the scope `members: write`. May want a fresh proof of the acting person: send `password`, or `factor_code` where they have a second factor. Takes an `Idempotency-Key`. At most 60 in 1 hours for each person or key. At most 300 in 1 hours for each organization. */
  createCode(input?: InvitationsCreateCodeInput, options?: RequestOptions): Promise<InvitationsCreateCodeOutput> {
    return this.call({ method: "POST", path: "/invitations/codes", body: input, once: true }, options);
  }

  /** Revoke an invitation at once. Needs the permission `invitations.revoke`, which a key has with the scope `invitations: write`. Takes an `Idempotency-Key`. */
  revoke(id: string, options?: RequestOptions): Promise<InvitationsRevokeOutput> {
    return this.call({ method: "DELETE", path: `/invitations/${segment(id)}`, once: true }, options);
  }

  /** Send a new link, or make a new code, for another 48 hours; the old one ends. Needs the permission `members.invite`, which a key has with the scope `members: write`. Takes an `Idempotency-Key`. At most 60 in 1 hours for each person or key. At most 300 in 1 hours for each organization. */
  resend(id: string, options?: RequestOptions): Promise<InvitationsResendOutput> {
    return this.call({ method: "POST", path: `/invitations/${segment(id)}/resend`, once: true }, options);
  }
}

export class KeysCalls extends Resource {
  /** List API keys. Needs the permission `keys.view`, which a key has with the scope `keys: read`. */
  list(query?: KeysListQuery, options?: RequestOptions): Pages<KeysListOutput> {
    return this.pages({ method: "GET", path: "/keys", query }, options);
  }

  /** Create an API key. Needs the permission `keys.manage`. May want a fresh proof of the acting person: send `password`, or `factor_code` where they have a second factor. Takes an `Idempotency-Key`. At most 30 in 1 hours for each person or key. */
  create(input: KeysCreateInput, options?: RequestOptions): Promise<KeysCreateOutput> {
    return this.call({ method: "POST", path: "/keys", body: input, once: true }, options);
  }

  /** Revoke an API key. Needs the permission `keys.manage`. May want a fresh proof of the acting person: send `password`, or `factor_code` where they have a second factor. Takes an `Idempotency-Key`. */
  revoke(id: string, input?: KeysRevokeInput, options?: RequestOptions): Promise<KeysRevokeOutput> {
    return this.call({ method: "DELETE", path: `/keys/${segment(id)}`, body: input, once: true }, options);
  }

  /** Replace an API key, the old one working on for a while. Needs the permission `keys.manage`. May want a fresh proof of the acting person: send `password`, or `factor_code` where they have a second factor. Takes an `Idempotency-Key`. At most 30 in 1 hours for each person or key. */
  rotate(id: string, input?: KeysRotateInput, options?: RequestOptions): Promise<KeysRotateOutput> {
    return this.call({ method: "POST", path: `/keys/${segment(id)}/rotate`, body: input, once: true }, options);
  }
}

export class LogsCalls extends Resource {
  /** List calls of the API, newest first. Needs the permission `logs.view`, which a key has with the scope `logs: read`. */
  list(query?: LogsListQuery, options?: RequestOptions): Pages<LogsListOutput> {
    return this.pages({ method: "GET", path: "/logs", query }, options);
  }

  /** Get a call with what was sent and answered, secrets masked. Needs the permission `logs.view`, which a key has with the scope `logs: read`. */
  find(id: string, options?: RequestOptions): Promise<LogsFindOutput> {
    return this.call({ method: "GET", path: `/logs/${segment(id)}` }, options);
  }
}

export class LookCalls extends Resource {
  /** See logo, colour and who may see them. Needs the permission `settings.view`, which a key has with the scope `settings: read`. */
  read(options?: RequestOptions): Promise<LookReadOutput> {
    return this.call({ method: "GET", path: "/look", kept: true }, options);
  }

  /** Choose the colour of the organization. Needs the permission `branding.manage`, which a key has with the scope `branding: write`. Takes an `Idempotency-Key`. Takes the ETag of `GET /look` as `If-Match`. */
  update(input: LookUpdateInput, options?: RequestOptions): Promise<LookUpdateOutput> {
    return this.call({ method: "PUT", path: "/look", body: input, once: true }, options);
  }

  /** Remove the logo, or the one of the dark theme; what stands in its place are letters, or the first logo. Needs the permission `branding.manage`, which a key has with the scope `branding: write`. Takes an `Idempotency-Key`. Takes the ETag of `GET /look` as `If-Match`. At most 60 in 1 hours for each person or key. */
  removeLogo(input?: LogoRemoveInput, options?: RequestOptions): Promise<LogoRemoveOutput> {
    return this.call({ method: "DELETE", path: "/look/logo", body: input, once: true }, options);
  }

  /** Show name, logo and colour to strangers, or stop that. Needs the permission `settings.manage`, which a key has with the scope `settings: write`. Takes an `Idempotency-Key`. Takes the ETag of `GET /look` as `If-Match`. */
  setVisibility(input: LookSetVisibilityInput, options?: RequestOptions): Promise<LookSetVisibilityOutput> {
    return this.call({ method: "PUT", path: "/look/visibility", body: input, once: true }, options);
  }
}

export class MeCalls extends Resource {
  /**
   * Say who you are in this organization and what you may do: a person, or the key's own service identity. Needs the permission `organization.view`.
   * Say who you are and which organizations you belong to. Acts on the account of the person who asks.
   */
  view(options?: RequestOptions): Promise<MeViewOutput | MeViewAccountOutput> {
    return this.call({ method: "GET", path: "/me" }, options);
  }

  /** See the organization that access tokens mean where no header names one. Acts on the account of the person who asks. */
  defaultOrganization(options?: RequestOptions): Promise<MeDefaultOrganizationOutput> {
    return this.call({ method: "GET", path: "/me/default-organization" }, options);
  }

  /** Declare the organization that access tokens mean where no header names one. Acts on the account of the person who asks. Takes an `Idempotency-Key`. At most 60 in 1 hours for each person or key. */
  setDefaultOrganization(input: MeSetDefaultOrganizationInput, options?: RequestOptions): Promise<MeSetDefaultOrganizationOutput> {
    return this.call({ method: "PUT", path: "/me/default-organization", body: input, once: true }, options);
  }

  /** Replace the key that calls, the old one working on for a while; the new one ends when it would have. Needs the permission `organization.view`. Takes an `Idempotency-Key`. At most 30 in 1 hours for each person or key. */
  rotateOwnKeys(input?: KeysRotateOwnInput, options?: RequestOptions): Promise<KeysRotateOwnOutput> {
    return this.call({ method: "POST", path: "/me/key/rotate", body: input, once: true }, options);
  }
}

export class MembersCalls extends Resource {
  /** List members. Needs the permission `members.view`, which a key has with the scope `members: read`. */
  list(query?: MembersListQuery, options?: RequestOptions): Pages<MembersListOutput> {
    return this.pages({ method: "GET", path: "/members", query }, options);
  }

  /** Count members, open invitations and pending requests, each where it may be seen. Needs the permission `organization.view`. */
  count(options?: RequestOptions): Promise<MembersCountOutput> {
    return this.call({ method: "GET", path: "/members/count" }, options);
  }

  /** List the roles that a member can have, and which of them the acting person may give. Needs the permission `organization.view`. */
  roleChoices(query?: MembersRoleChoicesQuery, options?: RequestOptions): Pages<MembersRoleChoicesOutput> {
    return this.pages({ method: "GET", path: "/members/role-choices", query }, options);
  }

  /** Remove a member. Needs the permission `members.manage`, which a key has with the scope `members: write`. Takes an `Idempotency-Key`. Takes the ETag of `GET /members/{id}` as `If-Match`. */
  remove(id: string, options?: RequestOptions): Promise<MembersRemoveOutput> {
    return this.call({ method: "DELETE", path: `/members/${segment(id)}`, once: true }, options);
  }

  /** Get a member. Needs the permission `members.view`, which a key has with the scope `members: read`. */
  find(id: string, options?: RequestOptions): Promise<MembersFindOutput> {
    return this.call({ method: "GET", path: `/members/${segment(id)}`, kept: true }, options);
  }

  /** Change a member's role. Needs the permission `members.set_role`, which a key has with the scope `members: write`. May want a fresh proof of the acting person: send `password`, or `factor_code` where they have a second factor. Takes an `Idempotency-Key`. Takes the ETag of `GET /members/{id}` as `If-Match`. */
  setRole(id: string, input: MembersSetRoleInput, options?: RequestOptions): Promise<MembersSetRoleOutput> {
    return this.call({ method: "PATCH", path: `/members/${segment(id)}`, body: input, once: true }, options);
  }

  /** See in words what a member did last, and what was changed about them. Needs the permission `activity.view`, which a key has with the scope `activity: read`. */
  activity(id: string, query?: MembersActivityQuery, options?: RequestOptions): Pages<MembersActivityOutput> {
    return this.pages({ method: "GET", path: `/members/${segment(id)}/activity`, query }, options);
  }

  /** See the branches of a member. Needs the permission `members.view`, which a key has with the scope `members: read`. */
  branches(id: string, options?: RequestOptions): Promise<MembersBranchesOutput> {
    return this.call({ method: "GET", path: `/members/${segment(id)}/branches` }, options);
  }

  /** Say which branches a member is of, and with which role where it differs. Needs the permission `branches.manage`, which a key has with the scope `branches: write`. May want a fresh proof of the acting person: send `password`, or `factor_code` where they have a second factor. Takes an `Idempotency-Key`. */
  setBranches(id: string, input: MembersSetBranchesInput, options?: RequestOptions): Promise<MembersSetBranchesOutput> {
    return this.call({ method: "PUT", path: `/members/${segment(id)}/branches`, body: input, once: true }, options);
  }

  /** Switch a member's permission flags. Needs the permission `members.set_flags`, which a key has with the scope `members: write`. Takes an `Idempotency-Key`. Takes the ETag of `GET /members/{id}` as `If-Match`. */
  setFlags(id: string, input?: MembersSetFlagsInput, options?: RequestOptions): Promise<MembersSetFlagsOutput> {
    return this.call({ method: "PUT", path: `/members/${segment(id)}/flags`, body: input, once: true }, options);
  }

  /** Take a lost second factor from a member. Needs the permission `members.manage`, which a key has with the scope `members: write`. May want a fresh proof of the acting person: send `password`, or `factor_code` where they have a second factor. Takes an `Idempotency-Key`. At most 30 in 1 hours for each person or key. */
  resetFactor(id: string, input?: MembersResetFactorInput, options?: RequestOptions): Promise<MembersResetFactorOutput> {
    return this.call({ method: "POST", path: `/members/${segment(id)}/reset-second-factor`, body: input, once: true }, options);
  }

  /** Restore a suspended member. Needs the permission `members.manage`, which a key has with the scope `members: write`. May want a fresh proof of the acting person: send `password`, or `factor_code` where they have a second factor. Takes an `Idempotency-Key`. Takes the ETag of `GET /members/{id}` as `If-Match`. */
  restore(id: string, input?: MembersRestoreInput, options?: RequestOptions): Promise<MembersRestoreOutput> {
    return this.call({ method: "POST", path: `/members/${segment(id)}/restore`, body: input, once: true }, options);
  }

  /** End all of a member's sessions in this organization. Needs the permission `members.manage`, which a key has with the scope `members: write`. Takes an `Idempotency-Key`. */
  endSessions(id: string, options?: RequestOptions): Promise<MembersEndSessionsOutput> {
    return this.call({ method: "POST", path: `/members/${segment(id)}/sessions/end`, once: true }, options);
  }

  /** End one of a member's sessions in this organization. Needs the permission `members.manage`, which a key has with the scope `members: write`. Takes an `Idempotency-Key`. */
  endSession(id: string, session: string, options?: RequestOptions): Promise<MembersEndSessionOutput> {
    return this.call({ method: "POST", path: `/members/${segment(id)}/sessions/${segment(session)}/end`, once: true }, options);
  }

  /** See how a member signs in, and where they are signed in to this organization. Needs the permission `members.manage`, which a key has with the scope `members: write`. */
  signIn(id: string, options?: RequestOptions): Promise<MembersSignInOutput> {
    return this.call({ method: "GET", path: `/members/${segment(id)}/sign-in` }, options);
  }

  /** Suspend a member, with effect on the next request. Needs the permission `members.manage`, which a key has with the scope `members: write`. Takes an `Idempotency-Key`. Takes the ETag of `GET /members/{id}` as `If-Match`. */
  suspend(id: string, options?: RequestOptions): Promise<MembersSuspendOutput> {
    return this.call({ method: "POST", path: `/members/${segment(id)}/suspend`, once: true }, options);
  }
}

export class NoticesCalls extends Resource {
  /** List your own notices. Needs the permission `organization.view`. */
  list(query?: NoticesListQuery, options?: RequestOptions): Pages<NoticesListOutput> {
    return this.pages({ method: "GET", path: "/notices", query }, options);
  }

  /** Move some of your notices into the archive, or back. Needs the permission `organization.view`. Takes an `Idempotency-Key`. */
  archive(input: NoticesArchiveInput, options?: RequestOptions): Promise<NoticesArchiveOutput> {
    return this.call({ method: "POST", path: "/notices/archive", body: input, once: true }, options);
  }

  /** See what you want to be told, and how. Needs the permission `organization.view`. */
  preferences(query?: NoticesPreferencesQuery, options?: RequestOptions): Pages<NoticesPreferencesOutput> {
    return this.pages({ method: "GET", path: "/notices/preferences", query }, options);
  }

  /** Choose what you want to be told, and how. Needs the permission `organization.view`. Takes an `Idempotency-Key`. */
  choose(input: NoticesChooseInput, options?: RequestOptions): Promise<NoticesChooseOutput> {
    return this.call({ method: "PUT", path: "/notices/preferences", body: input, once: true }, options);
  }

  /** Mark some of your notices as read. Needs the permission `organization.view`. Takes an `Idempotency-Key`. */
  markRead(input: NoticesMarkReadInput, options?: RequestOptions): Promise<NoticesMarkReadOutput> {
    return this.call({ method: "POST", path: "/notices/read", body: input, once: true }, options);
  }

  /** Mark all of your notices as read. Needs the permission `organization.view`. Takes an `Idempotency-Key`. */
  markAllRead(options?: RequestOptions): Promise<NoticesMarkAllReadOutput> {
    return this.call({ method: "POST", path: "/notices/read-all", once: true }, options);
  }
}

export class OrdersCalls extends Resource {
  /** List orders. Needs the permission `orders.view`, which a key has with the scope `orders: read`. */
  list(query?: OrdersListQuery, options?: RequestOptions): Pages<OrdersListOutput> {
    return this.pages({ method: "GET", path: "/orders", query }, options);
  }

  /** Create an order. Needs the permission `orders.create`, which a key has with the scope `orders: write`. Takes an `Idempotency-Key`. */
  create(input: OrdersCreateInput, options?: RequestOptions): Promise<OrdersCreateOutput> {
    return this.call({ method: "POST", path: "/orders", body: input, once: true }, options);
  }

  /** Move orders to another branch; null: to none. Needs the permission `orders.update`, which a key has with the scope `orders: write`. Takes an `Idempotency-Key`. */
  move(input: OrdersMoveInput, options?: RequestOptions): Promise<OrdersMoveOutput> {
    return this.call({ method: "POST", path: "/orders/move", body: input, once: true }, options);
  }

  /** Remove an order. Needs the permission `orders.cancel`, which a key has with the scope `orders: write`. Takes an `Idempotency-Key`. Takes the ETag of `GET /orders/{id}` as `If-Match`. */
  remove(id: string, options?: RequestOptions): Promise<OrdersRemoveOutput> {
    return this.call({ method: "DELETE", path: `/orders/${segment(id)}`, once: true }, options);
  }

  /** Get an order. Needs the permission `orders.view`, which a key has with the scope `orders: read`. */
  find(id: string, options?: RequestOptions): Promise<OrdersFindOutput> {
    return this.call({ method: "GET", path: `/orders/${segment(id)}`, kept: true }, options);
  }

  /** Change an order. Needs the permission `orders.update`, which a key has with the scope `orders: write`. Takes an `Idempotency-Key`. Takes the ETag of `GET /orders/{id}` as `If-Match`. */
  update(id: string, input?: OrdersUpdateInput, options?: RequestOptions): Promise<OrdersUpdateOutput> {
    return this.call({ method: "PATCH", path: `/orders/${segment(id)}`, body: input, once: true }, options);
  }

  /** Cancel an order. Needs the permission `orders.cancel`, which a key has with the scope `orders: write`. Takes an `Idempotency-Key`. Takes the ETag of `GET /orders/{id}` as `If-Match`. */
  cancel(id: string, options?: RequestOptions): Promise<OrdersCancelOutput> {
    return this.call({ method: "POST", path: `/orders/${segment(id)}/cancel`, once: true }, options);
  }

  /** Confirm an order. Needs the permission `orders.update`, which a key has with the scope `orders: write`. Takes an `Idempotency-Key`. Takes the ETag of `GET /orders/{id}` as `If-Match`. */
  confirm(id: string, options?: RequestOptions): Promise<OrdersConfirmOutput> {
    return this.call({ method: "POST", path: `/orders/${segment(id)}/confirm`, once: true }, options);
  }

  /** Mark an order as fulfilled. Needs the permission `orders.update`, which a key has with the scope `orders: write`. Takes an `Idempotency-Key`. Takes the ETag of `GET /orders/{id}` as `If-Match`. */
  fulfil(id: string, options?: RequestOptions): Promise<OrdersFulfilOutput> {
    return this.call({ method: "POST", path: `/orders/${segment(id)}/fulfil`, once: true }, options);
  }

  /** See what happened to an order. Needs the permission `orders.view`, which a key has with the scope `orders: read`. */
  history(id: string, query?: OrdersHistoryQuery, options?: RequestOptions): Pages<OrdersHistoryOutput> {
    return this.pages({ method: "GET", path: `/orders/${segment(id)}/history`, query }, options);
  }
}

export class OrganizationCalls extends Resource {
  /** Delete the organization. Needs the permission `organization.delete`. May want a fresh proof of the acting person: send `password`, or `factor_code` where they have a second factor. Takes an `Idempotency-Key`. */
  delete(input: OrganizationDeleteInput, options?: RequestOptions): Promise<OrganizationDeleteOutput> {
    return this.call({ method: "DELETE", path: "/organization", body: input, once: true }, options);
  }

  /** See the organization. Needs the permission `organization.view`. */
  find(options?: RequestOptions): Promise<OrganizationFindOutput> {
    return this.call({ method: "GET", path: "/organization" }, options);
  }
}

export class OrganizationsCalls extends Resource {
  /** Found an organization with you as its owner. Acts on the account of the person who asks. Takes an `Idempotency-Key`. At most 60 in 1 hours for each person or key. At most 120 in 1 hours for each network. */
  setUp(input: OrganizationSetUpInput, options?: RequestOptions): Promise<OrganizationSetUpOutput> {
    return this.call({ method: "POST", path: "/organizations", body: input, once: true }, options);
  }
}

export class OverviewCalls extends Resource {
  /** See the numbers of the organization and what is left to set up. Needs the permission `organization.view`. */
  view(query?: OverviewViewQuery, options?: RequestOptions): Promise<OverviewViewOutput> {
    return this.call({ method: "GET", path: "/overview", query }, options);
  }

  /** See what happened last, one line for one request. Needs the permission `audit.view`, which a key has with the scope `audit: read`. */
  recent(query?: OverviewRecentQuery, options?: RequestOptions): Pages<OverviewRecentOutput> {
    return this.pages({ method: "GET", path: "/overview/recent", query }, options);
  }

  /** Put a step of the set-up aside, for everybody. Needs the permission `settings.manage`, which a key has with the scope `settings: write`. Takes an `Idempotency-Key`. */
  dismissStep(input: OverviewDismissStepInput, options?: RequestOptions): Promise<OverviewDismissStepOutput> {
    return this.call({ method: "POST", path: "/overview/steps/dismiss", body: input, once: true }, options);
  }
}

export class OwnershipCalls extends Resource {
  /** See who owns the organization, and an open offer that concerns you. Needs the permission `organization.view`. */
  read(options?: RequestOptions): Promise<OwnershipReadOutput> {
    return this.call({ method: "GET", path: "/ownership" }, options);
  }

  /** Offer the ownership to a member. Needs the permission `organization.transfer`. May want a fresh proof of the acting person: send `password`, or `factor_code` where they have a second factor. Takes an `Idempotency-Key`. At most 20 in 24 hours for each person or key. */
  offer(input: OwnershipOfferInput, options?: RequestOptions): Promise<OwnershipOfferOutput> {
    return this.call({ method: "POST", path: "/ownership/offers", body: input, once: true }, options);
  }

  /** Accept the ownership that was offered to you. Needs the permission `organization.view`. May want a fresh proof of the acting person: send `password`, or `factor_code` where they have a second factor. Takes an `Idempotency-Key`. */
  accept(id: string, input?: OwnershipAcceptInput, options?: RequestOptions): Promise<OwnershipAcceptOutput> {
    return this.call({ method: "POST", path: `/ownership/offers/${segment(id)}/accept`, body: input, once: true }, options);
  }

  /** Withdraw the offer of ownership. Needs the permission `organization.transfer`. Takes an `Idempotency-Key`. */
  cancel(id: string, options?: RequestOptions): Promise<OwnershipCancelOutput> {
    return this.call({ method: "POST", path: `/ownership/offers/${segment(id)}/cancel`, once: true }, options);
  }

  /** Decline the ownership that was offered to you. Needs the permission `organization.view`. Takes an `Idempotency-Key`. */
  decline(id: string, options?: RequestOptions): Promise<OwnershipDeclineOutput> {
    return this.call({ method: "POST", path: `/ownership/offers/${segment(id)}/decline`, once: true }, options);
  }
}

export class ParcelsCalls extends Resource {
  /** List parcel presets. Needs the permission `shipments.view`, which a key has with the scope `shipments: read`. */
  list(query?: ParcelsListQuery, options?: RequestOptions): Pages<ParcelsListOutput> {
    return this.pages({ method: "GET", path: "/parcels", query }, options);
  }

  /** Create a parcel preset. Needs the permission `shipments.update`, which a key has with the scope `shipments: write`. Takes an `Idempotency-Key`. */
  create(input: ParcelsCreateInput, options?: RequestOptions): Promise<ParcelsCreateOutput> {
    return this.call({ method: "POST", path: "/parcels", body: input, once: true }, options);
  }

  /** Remove a parcel preset. Needs the permission `shipments.update`, which a key has with the scope `shipments: write`. Takes an `Idempotency-Key`. Takes the ETag of `GET /parcels/{id}` as `If-Match`. */
  remove(id: string, options?: RequestOptions): Promise<ParcelsRemoveOutput> {
    return this.call({ method: "DELETE", path: `/parcels/${segment(id)}`, once: true }, options);
  }

  /** Get a parcel preset. Needs the permission `shipments.view`, which a key has with the scope `shipments: read`. */
  find(id: string, options?: RequestOptions): Promise<ParcelsFindOutput> {
    return this.call({ method: "GET", path: `/parcels/${segment(id)}`, kept: true }, options);
  }

  /** Change a parcel preset. Needs the permission `shipments.update`, which a key has with the scope `shipments: write`. Takes an `Idempotency-Key`. Takes the ETag of `GET /parcels/{id}` as `If-Match`. */
  update(id: string, input?: ParcelsUpdateInput, options?: RequestOptions): Promise<ParcelsUpdateOutput> {
    return this.call({ method: "PATCH", path: `/parcels/${segment(id)}`, body: input, once: true }, options);
  }

  /** See what happened to a parcel preset. Needs the permission `shipments.view`, which a key has with the scope `shipments: read`. */
  history(id: string, query?: ParcelsHistoryQuery, options?: RequestOptions): Pages<ParcelsHistoryOutput> {
    return this.pages({ method: "GET", path: `/parcels/${segment(id)}/history`, query }, options);
  }
}

export class PiecesCalls extends Resource {
  /** List pieces. Needs the permission `pieces.view`, which a key has with the scope `pieces: read`. */
  list(query?: PiecesListQuery, options?: RequestOptions): Pages<PiecesListOutput> {
    return this.pages({ method: "GET", path: "/pieces", query }, options);
  }

  /** Create a piece. Needs the permission `pieces.manage`, which a key has with the scope `pieces: write`. Takes an `Idempotency-Key`. */
  create(input: PiecesCreateInput, options?: RequestOptions): Promise<PiecesCreateOutput> {
    return this.call({ method: "POST", path: "/pieces", body: input, once: true }, options);
  }

  /** Remove a piece. Needs the permission `pieces.manage`, which a key has with the scope `pieces: write`. Takes an `Idempotency-Key`. Takes the ETag of `GET /pieces/{id}` as `If-Match`. */
  remove(id: string, options?: RequestOptions): Promise<PiecesRemoveOutput> {
    return this.call({ method: "DELETE", path: `/pieces/${segment(id)}`, once: true }, options);
  }

  /** Get a piece. Needs the permission `pieces.view`, which a key has with the scope `pieces: read`. */
  find(id: string, options?: RequestOptions): Promise<PiecesFindOutput> {
    return this.call({ method: "GET", path: `/pieces/${segment(id)}`, kept: true }, options);
  }

  /** Change a piece. Needs the permission `pieces.manage`, which a key has with the scope `pieces: write`. Takes an `Idempotency-Key`. Takes the ETag of `GET /pieces/{id}` as `If-Match`. */
  update(id: string, input?: PiecesUpdateInput, options?: RequestOptions): Promise<PiecesUpdateOutput> {
    return this.call({ method: "PATCH", path: `/pieces/${segment(id)}`, body: input, once: true }, options);
  }

  /** See what happened to a piece. Needs the permission `pieces.view`, which a key has with the scope `pieces: read`. */
  history(id: string, query?: PiecesHistoryQuery, options?: RequestOptions): Pages<PiecesHistoryOutput> {
    return this.pages({ method: "GET", path: `/pieces/${segment(id)}/history`, query }, options);
  }
}

export class PlanCalls extends Resource {
  /** See the organization's plan: what it has, and how much of each limit is in use. Needs the permission `usage.view`, which a key has with the scope `usage: read`. */
  find(options?: RequestOptions): Promise<PlanFindOutput> {
    return this.call({ method: "GET", path: "/plan" }, options);
  }

  /** See how much of one limit of the plan is in use. Needs the permission `organization.view`. */
  room(limit: string, options?: RequestOptions): Promise<PlanRoomOutput> {
    return this.call({ method: "GET", path: `/plan/limits/${segment(limit)}` }, options);
  }

  /** See what the organization's plan does not include. Needs the permission `organization.view`. */
  withheld(options?: RequestOptions): Promise<PlanWithheldOutput> {
    return this.call({ method: "GET", path: "/plan/withheld" }, options);
  }
}

export class PlatformCalls extends Resource {
  /** Create an organization and invite its first owner. Needs a server's credential with the scope `organizations.create`. Takes an `Idempotency-Key`. At most 1200 in 1 hours for each network. */
  createOrganization(input: ServerCreateOrganizationInput, options?: RequestOptions): Promise<ServerCreateOrganizationOutput> {
    return this.call({ method: "POST", path: "/platform/organizations", body: input, once: true }, options);
  }

  /** Add somebody to an organization that this server created, or invite them. Needs a server's credential with the scope `members.invite`. Takes an `Idempotency-Key`. At most 1200 in 1 hours for each network. */
  addMemberServer(id: string, input?: ServerAddMemberInput, options?: RequestOptions): Promise<ServerAddMemberOutput> {
    return this.call({ method: "POST", path: `/platform/organizations/${segment(id)}/members`, body: input, once: true }, options);
  }
}

export class PreferencesCalls extends Resource {
  /** See how dates, times and money are written here, and what new work begins with. Needs the permission `organization.view`. */
  read(options?: RequestOptions): Promise<PreferencesReadOutput> {
    return this.call({ method: "GET", path: "/preferences", kept: true }, options);
  }

  /** Change preferences; what is not given stays. Needs the permission `settings.manage`, which a key has with the scope `settings: write`. Takes an `Idempotency-Key`. Takes the ETag of `GET /preferences` as `If-Match`. */
  update(input?: PreferencesUpdateInput, options?: RequestOptions): Promise<PreferencesUpdateOutput> {
    return this.call({ method: "PATCH", path: "/preferences", body: input, once: true }, options);
  }
}

export class ProductsCalls extends Resource {
  /** List products. Needs the permission `orders.view`, which a key has with the scope `orders: read`. */
  list(query?: ProductsListQuery, options?: RequestOptions): Pages<ProductsListOutput> {
    return this.pages({ method: "GET", path: "/products", query }, options);
  }

  /** Create a product. Needs the permission `orders.update`, which a key has with the scope `orders: write`. Takes an `Idempotency-Key`. */
  create(input: ProductsCreateInput, options?: RequestOptions): Promise<ProductsCreateOutput> {
    return this.call({ method: "POST", path: "/products", body: input, once: true }, options);
  }

  /** Remove a product. Needs the permission `orders.update`, which a key has with the scope `orders: write`. Takes an `Idempotency-Key`. Takes the ETag of `GET /products/{id}` as `If-Match`. */
  remove(id: string, options?: RequestOptions): Promise<ProductsRemoveOutput> {
    return this.call({ method: "DELETE", path: `/products/${segment(id)}`, once: true }, options);
  }

  /** Get a product. Needs the permission `orders.view`, which a key has with the scope `orders: read`. */
  find(id: string, options?: RequestOptions): Promise<ProductsFindOutput> {
    return this.call({ method: "GET", path: `/products/${segment(id)}`, kept: true }, options);
  }

  /** Change a product. Needs the permission `orders.update`, which a key has with the scope `orders: write`. Takes an `Idempotency-Key`. Takes the ETag of `GET /products/{id}` as `If-Match`. */
  update(id: string, input?: ProductsUpdateInput, options?: RequestOptions): Promise<ProductsUpdateOutput> {
    return this.call({ method: "PATCH", path: `/products/${segment(id)}`, body: input, once: true }, options);
  }

  /** See what happened to a product. Needs the permission `orders.view`, which a key has with the scope `orders: read`. */
  history(id: string, query?: ProductsHistoryQuery, options?: RequestOptions): Pages<ProductsHistoryOutput> {
    return this.pages({ method: "GET", path: `/products/${segment(id)}/history`, query }, options);
  }
}

export class RegistrationsCalls extends Resource {
  /** List registration requests. Needs the permission `registrations.view`, which a key has with the scope `registrations: read`. */
  list(query?: RegistrationsListQuery, options?: RequestOptions): Pages<RegistrationsListOutput> {
    return this.pages({ method: "GET", path: "/registrations", query }, options);
  }

  /** Approve several registration requests with one role. Needs the permission `registrations.decide`, which a key has with the scope `registrations: write`. May want a fresh proof of the acting person: send `password`, or `factor_code` where they have a second factor. Takes an `Idempotency-Key`. At most 1000 in 1 hours for each person or key. */
  approveMany(input: RegistrationsApproveInput, options?: RequestOptions): Pages<RegistrationsApproveOutput> {
    return this.pages({ method: "POST", path: "/registrations/approve", body: input, once: true }, options);
  }

  /** Count registration requests by state. Needs the permission `registrations.view`, which a key has with the scope `registrations: read`. */
  count(options?: RequestOptions): Promise<RegistrationsCountOutput> {
    return this.call({ method: "GET", path: "/registrations/count" }, options);
  }

  /** Reject several registration requests with one reason. Needs the permission `registrations.decide`, which a key has with the scope `registrations: write`. Takes an `Idempotency-Key`. At most 1000 in 1 hours for each person or key. */
  rejectMany(input: RegistrationsRejectInput, options?: RequestOptions): Pages<RegistrationsRejectOutput> {
    return this.pages({ method: "POST", path: "/registrations/reject", body: input, once: true }, options);
  }

  /** List the roles that you may approve with. Needs the permission `registrations.decide`, which a key has with the scope `registrations: write`. */
  roles(options?: RequestOptions): Promise<RegistrationsRolesOutput> {
    return this.call({ method: "GET", path: "/registrations/roles" }, options);
  }

  /** Show a registration request with its history. Needs the permission `registrations.view`, which a key has with the scope `registrations: read`. */
  find(id: string, options?: RequestOptions): Promise<RegistrationFindOutput> {
    return this.call({ method: "GET", path: `/registrations/${segment(id)}` }, options);
  }

  /** Approve a registration request with a role. Needs the permission `registrations.decide`, which a key has with the scope `registrations: write`. May want a fresh proof of the acting person: send `password`, or `factor_code` where they have a second factor. Takes an `Idempotency-Key`. At most 1000 in 1 hours for each person or key. */
  approve(id: string, input?: RegistrationApproveInput, options?: RequestOptions): Promise<RegistrationApproveOutput> {
    return this.call({ method: "POST", path: `/registrations/${segment(id)}/approve`, body: input, once: true }, options);
  }

  /** Reject a registration request with a reason. Needs the permission `registrations.decide`, which a key has with the scope `registrations: write`. Takes an `Idempotency-Key`. At most 1000 in 1 hours for each person or key. */
  reject(id: string, input: RegistrationRejectInput, options?: RequestOptions): Promise<RegistrationRejectOutput> {
    return this.call({ method: "POST", path: `/registrations/${segment(id)}/reject`, body: input, once: true }, options);
  }

  /** Send the activation link of an approved request again. Needs the permission `registrations.decide`, which a key has with the scope `registrations: write`. May want a fresh proof of the acting person: send `password`, or `factor_code` where they have a second factor. Takes an `Idempotency-Key`. At most 5 in 1 hours for each receiver. */
  resendActivation(id: string, input?: RegistrationResendActivationInput, options?: RequestOptions): Promise<RegistrationResendActivationOutput> {
    return this.call({ method: "POST", path: `/registrations/${segment(id)}/resend-activation`, body: input, once: true }, options);
  }

  /** Take an approval back that still waits for the person. Needs the permission `registrations.decide`, which a key has with the scope `registrations: write`. Takes an `Idempotency-Key`. At most 1000 in 1 hours for each person or key. */
  takeBack(id: string, input: RegistrationTakeBackInput, options?: RequestOptions): Promise<RegistrationTakeBackOutput> {
    return this.call({ method: "POST", path: `/registrations/${segment(id)}/take-back`, body: input, once: true }, options);
  }
}

export class RoleLadderCalls extends Resource {
  /** Switch the strict ladder: each level holds all of the level below. Needs the permission `roles.manage`, which a key has with the scope `roles: write`. Takes an `Idempotency-Key`. */
  set(input: RolesSetLadderInput, options?: RequestOptions): Promise<RolesSetLadderOutput> {
    return this.call({ method: "PUT", path: "/role-ladder", body: input, once: true }, options);
  }
}

export class RolesCalls extends Resource {
  /** List the roles with what each holds, of its own and inherited. Needs the permission `roles.view`, which a key has with the scope `roles: read`. */
  list(query?: RolesListQuery, options?: RequestOptions): Pages<RolesListOutput> {
    return this.pages({ method: "GET", path: "/roles", query }, options);
  }

  /** Make a role of your own. Needs the permission `roles.manage`, which a key has with the scope `roles: write`. May want a fresh proof of the acting person: send `password`, or `factor_code` where they have a second factor. Takes an `Idempotency-Key`. */
  create(input: RolesCreateInput, options?: RequestOptions): Promise<RolesCreateOutput> {
    return this.call({ method: "POST", path: "/roles", body: input, once: true }, options);
  }

  /** Delete a role; its members get another one. Needs the permission `roles.manage`, which a key has with the scope `roles: write`. May want a fresh proof of the acting person: send `password`, or `factor_code` where they have a second factor. Takes an `Idempotency-Key`. Takes the ETag of `GET /roles/{key}` as `If-Match`. */
  delete(key: string, input?: RolesDeleteInput, options?: RequestOptions): Promise<RolesDeleteOutput> {
    return this.call({ method: "DELETE", path: `/roles/${segment(key)}`, body: input, once: true }, options);
  }

  /** Get a role. Needs the permission `roles.view`, which a key has with the scope `roles: read`. */
  find(key: string, options?: RequestOptions): Promise<RolesFindOutput> {
    return this.call({ method: "GET", path: `/roles/${segment(key)}`, kept: true }, options);
  }

  /** Change a role, for all of its members at once. Needs the permission `roles.manage`, which a key has with the scope `roles: write`. May want a fresh proof of the acting person: send `password`, or `factor_code` where they have a second factor. Takes an `Idempotency-Key`. Takes the ETag of `GET /roles/{key}` as `If-Match`. */
  update(key: string, input: RolesUpdateInput, options?: RequestOptions): Promise<RolesUpdateOutput> {
    return this.call({ method: "PUT", path: `/roles/${segment(key)}`, body: input, once: true }, options);
  }

  /** See what a change of a role would do, and for whom, without making it. Needs the permission `roles.manage`, which a key has with the scope `roles: write`. */
  preview(key: string, input?: RolesPreviewInput, options?: RequestOptions): Promise<RolesPreviewOutput> {
    return this.call({ method: "POST", path: `/roles/${segment(key)}/preview`, body: input }, options);
  }
}

export class SearchCalls extends Resource {
  /** Find records by number, name or address, of the kinds that you may see. Needs the permission `organization.view`. At most 600 in 1 minutes for each person or key. */
  records(query?: SearchRecordsQuery, options?: RequestOptions): Pages<SearchRecordsOutput> {
    return this.pages({ method: "GET", path: "/search", query }, options);
  }
}

export class SettingsCalls extends Resource {
  /** Read the organization's settings. Needs the permission `settings.view`, which a key has with the scope `settings: read`. */
  read(options?: RequestOptions): Promise<SettingsReadOutput> {
    return this.call({ method: "GET", path: "/settings", kept: true }, options);
  }

  /** Change the organization's name, and nothing else of its settings. Needs the permission `settings.manage`, which a key has with the scope `settings: write`. Takes an `Idempotency-Key`. Takes the ETag of `GET /settings` as `If-Match`. */
  rename(input: SettingsRenameInput, options?: RequestOptions): Promise<SettingsRenameOutput> {
    return this.call({ method: "PATCH", path: "/settings", body: input, once: true }, options);
  }

  /** Change name, profile, currency, time zone and units. Needs the permission `settings.manage`, which a key has with the scope `settings: write`. Takes an `Idempotency-Key`. Takes the ETag of `GET /settings` as `If-Match`. */
  update(input: SettingsUpdateInput, options?: RequestOptions): Promise<SettingsUpdateOutput> {
    return this.call({ method: "PUT", path: "/settings", body: input, once: true }, options);
  }

  /** Change the organization's address. Needs the permission `settings.manage`, which a key has with the scope `settings: write`. Takes an `Idempotency-Key`. Takes the ETag of `GET /settings` as `If-Match`. At most 10 in 24 hours for each person or key. */
  changeAddress(input: SettingsChangeAddressInput, options?: RequestOptions): Promise<SettingsChangeAddressOutput> {
    return this.call({ method: "PUT", path: "/settings/address", body: input, once: true }, options);
  }

  /** Read what programs have to say when they call. Needs the permission `keys.view`, which a key has with the scope `keys: read`. */
  readApiRules(options?: RequestOptions): Promise<ApiRulesReadOutput> {
    return this.call({ method: "GET", path: "/settings/api", kept: true }, options);
  }

  /** Choose what programs have to say when they call. Needs the permission `settings.manage`, which a key has with the scope `settings: write`. Takes an `Idempotency-Key`. Takes the ETag of `GET /settings/api` as `If-Match`. At most 60 in 1 hours for each person or key. */
  updateApiRules(input: ApiRulesUpdateInput, options?: RequestOptions): Promise<ApiRulesUpdateOutput> {
    return this.call({ method: "PUT", path: "/settings/api", body: input, once: true }, options);
  }

  /** See how long the audit trail is kept. Needs the permission `audit.view`, which a key has with the scope `audit: read`. */
  readAuditRetention(options?: RequestOptions): Promise<AuditRetentionOutput> {
    return this.call({ method: "GET", path: "/settings/audit", kept: true }, options);
  }

  /** Change how long the audit trail is kept; a shorter time waits a week. Needs the permission `settings.manage`, which a key has with the scope `settings: write`. May want a fresh proof of the acting person: send `password`, or `factor_code` where they have a second factor. Takes an `Idempotency-Key`. Takes the ETag of `GET /settings/audit` as `If-Match`. At most 20 in 1 hours for each person or key. */
  updateAuditRetention(input: AuditSetRetentionInput, options?: RequestOptions): Promise<AuditSetRetentionOutput> {
    return this.call({ method: "PUT", path: "/settings/audit", body: input, once: true }, options);
  }

  /** See who changed which setting, from what to what, newest first. Needs the permission `settings.view`, which a key has with the scope `settings: read`. */
  history(query?: SettingsHistoryQuery, options?: RequestOptions): Pages<SettingsHistoryOutput> {
    return this.pages({ method: "GET", path: "/settings/history", query }, options);
  }

  /** Read what becomes of a key when its maker leaves. Needs the permission `keys.view`, which a key has with the scope `keys: read`. */
  readKeyPolicy(options?: RequestOptions): Promise<KeyPolicyReadOutput> {
    return this.call({ method: "GET", path: "/settings/keys", kept: true }, options);
  }

  /** Choose what becomes of a key when its maker leaves. Needs the permission `settings.manage`, which a key has with the scope `settings: write`. May want a fresh proof of the acting person: send `password`, or `factor_code` where they have a second factor. Takes an `Idempotency-Key`. Takes the ETag of `GET /settings/keys` as `If-Match`. At most 60 in 1 hours for each person or key. */
  updateKeyPolicy(input: KeyPolicyUpdateInput, options?: RequestOptions): Promise<KeyPolicyUpdateOutput> {
    return this.call({ method: "PUT", path: "/settings/keys", body: input, once: true }, options);
  }

  /** See how long calls are kept. Needs the permission `logs.view`, which a key has with the scope `logs: read`. */
  retention(options?: RequestOptions): Promise<LogsRetentionOutput> {
    return this.call({ method: "GET", path: "/settings/logs", kept: true }, options);
  }

  /** Change how long calls are kept; older ones are deleted within the hour. Needs the permission `settings.manage`, which a key has with the scope `settings: write`. Takes an `Idempotency-Key`. Takes the ETag of `GET /settings/logs` as `If-Match`. At most 20 in 1 hours for each person or key. */
  setRetention(input: LogsSetRetentionInput, options?: RequestOptions): Promise<LogsSetRetentionOutput> {
    return this.call({ method: "PUT", path: "/settings/logs", body: input, once: true }, options);
  }

  /** Change when requests to join are due, and what happens then. Needs the permission `settings.manage`, which a key has with the scope `settings: write`. Takes an `Idempotency-Key`. Takes the ETag of `GET /settings` as `If-Match`. */
  updateRequests(input: SettingsUpdateRequestsInput, options?: RequestOptions): Promise<SettingsUpdateRequestsOutput> {
    return this.call({ method: "PUT", path: "/settings/requests", body: input, once: true }, options);
  }

  /** Change role template and default role. Needs the permission `settings.manage`, which a key has with the scope `settings: write`. Takes an `Idempotency-Key`. Takes the ETag of `GET /settings` as `If-Match`. */
  updateRoles(input: SettingsUpdateRolesInput, options?: RequestOptions): Promise<SettingsUpdateRolesOutput> {
    return this.call({ method: "PUT", path: "/settings/roles", body: input, once: true }, options);
  }

  /** Read the security policy. Needs the permission `settings.view`, which a key has with the scope `settings: read`. */
  readSecurity(options?: RequestOptions): Promise<PolicyReadOutput> {
    return this.call({ method: "GET", path: "/settings/security", kept: true }, options);
  }

  /** Change second factor, session length, ways to sign in and allowed networks. Needs the permission `settings.manage`, which a key has with the scope `settings: write`. May want a fresh proof of the acting person: send `password`, or `factor_code` where they have a second factor. Takes an `Idempotency-Key`. Takes the ETag of `GET /settings/security` as `If-Match`. At most 60 in 1 hours for each person or key. */
  updateSecurity(input: PolicyUpdateInput, options?: RequestOptions): Promise<PolicyUpdateOutput> {
    return this.call({ method: "PUT", path: "/settings/security", body: input, once: true }, options);
  }
}

export class SetupCalls extends Resource {
  /** Get your account and your organization of this name, founded on the spot where it is missing. Acts on the account of the person who asks. Takes an `Idempotency-Key`. At most 60 in 1 hours for each person or key. At most 120 in 1 hours for each network. */
  run(input: AccountSetUpInput, options?: RequestOptions): Promise<AccountSetUpOutput> {
    return this.call({ method: "POST", path: "/setup", body: input, once: true }, options);
  }
}

export class ShipmentsCalls extends Resource {
  /** List shipments. Needs the permission `shipments.view`, which a key has with the scope `shipments: read`. */
  list(query?: ShipmentsListQuery, options?: RequestOptions): Pages<ShipmentsListOutput> {
    return this.pages({ method: "GET", path: "/shipments", query }, options);
  }

  /** Create a shipment, as a draft or ready to go. Needs the permission `shipments.create`, which a key has with the scope `shipments: write`. Takes an `Idempotency-Key`. */
  create(input: ShipmentsCreateInput, options?: RequestOptions): Promise<ShipmentsCreateOutput> {
    return this.call({ method: "POST", path: "/shipments", body: input, once: true }, options);
  }

  /** Give many shipments to a branch, or to none, with a result for each. Needs the permission `shipments.update`, which a key has with the scope `shipments: write`. Takes an `Idempotency-Key`. */
  assignMany(input: ShipmentsAssignManyInput, options?: RequestOptions): Pages<ShipmentsAssignManyOutput> {
    return this.pages({ method: "POST", path: "/shipments/branch", body: input, once: true }, options);
  }

  /** Cancel many shipments, with a result for each. Needs the permission `shipments.cancel`, which a key has with the scope `shipments: write`. Takes an `Idempotency-Key`. */
  cancelMany(input: ShipmentsCancelManyInput, options?: RequestOptions): Pages<ShipmentsCancelManyOutput> {
    return this.pages({ method: "POST", path: "/shipments/cancel", body: input, once: true }, options);
  }

  /** Count shipments by where they are; more than 1,000 count as 1,001. Needs the permission `shipments.view`, which a key has with the scope `shipments: read`. */
  count(query?: ShipmentsCountQuery, options?: RequestOptions): Promise<ShipmentsCountOutput> {
    return this.call({ method: "GET", path: "/shipments/count", query }, options);
  }

  /** Move shipments to another branch; null: to none. Needs the permission `shipments.update`, which a key has with the scope `shipments: write`. Takes an `Idempotency-Key`. */
  move(input: ShipmentsMoveInput, options?: RequestOptions): Promise<ShipmentsMoveOutput> {
    return this.call({ method: "POST", path: "/shipments/move", body: input, once: true }, options);
  }

  /** See what a new shipment begins with: the usual sender and the preferred service, or all of another one. Needs the permission `shipments.create`, which a key has with the scope `shipments: write`. */
  prepare(query?: ShipmentsPrepareQuery, options?: RequestOptions): Promise<ShipmentsPrepareOutput> {
    return this.call({ method: "GET", path: "/shipments/prepare", query }, options);
  }

  /** Move many shipments to a status, with a result for each. Needs the permission `shipments.update`, which a key has with the scope `shipments: write`. Takes an `Idempotency-Key`. */
  setStatusMany(input: ShipmentsSetStatusManyInput, options?: RequestOptions): Pages<ShipmentsSetStatusManyOutput> {
    return this.pages({ method: "POST", path: "/shipments/status", body: input, once: true }, options);
  }

  /** Get a shipment with its parcels and history. Needs the permission `shipments.view`, which a key has with the scope `shipments: read`. */
  find(id: string, options?: RequestOptions): Promise<ShipmentsFindOutput> {
    return this.call({ method: "GET", path: `/shipments/${segment(id)}`, kept: true }, options);
  }

  /** Change a shipment; once it is picked up, addresses, service and parcels stay. Needs the permission `shipments.update`, which a key has with the scope `shipments: write`. Takes an `Idempotency-Key`. Takes the ETag of `GET /shipments/{id}` as `If-Match`. */
  update(id: string, input?: ShipmentsUpdateInput, options?: RequestOptions): Promise<ShipmentsUpdateOutput> {
    return this.call({ method: "PATCH", path: `/shipments/${segment(id)}`, body: input, once: true }, options);
  }

  /** Cancel a shipment. Needs the permission `shipments.cancel`, which a key has with the scope `shipments: write`. Takes an `Idempotency-Key`. Takes the ETag of `GET /shipments/{id}` as `If-Match`. */
  cancel(id: string, input?: ShipmentsCancelInput, options?: RequestOptions): Promise<ShipmentsCancelOutput> {
    return this.call({ method: "POST", path: `/shipments/${segment(id)}/cancel`, body: input, once: true }, options);
  }

  /** Move a shipment to its next status. Needs the permission `shipments.update`, which a key has with the scope `shipments: write`. Takes an `Idempotency-Key`. Takes the ETag of `GET /shipments/{id}` as `If-Match`. */
  setStatus(id: string, input: ShipmentsSetStatusInput, options?: RequestOptions): Promise<ShipmentsSetStatusOutput> {
    return this.call({ method: "POST", path: `/shipments/${segment(id)}/status`, body: input, once: true }, options);
  }
}

export class SupportSessionsCalls extends Resource {
  /** See who of the platform is inside now, and as whom. Needs the permission `members.view`, which a key has with the scope `members: read`. */
  list(query?: SupportSessionsListQuery, options?: RequestOptions): Pages<SupportSessionsListOutput> {
    return this.pages({ method: "GET", path: "/support-sessions", query }, options);
  }

  /** End a support session from its next request on. Needs the permission `members.manage`, which a key has with the scope `members: write`. Takes an `Idempotency-Key`. */
  end(id: string, options?: RequestOptions): Promise<SupportSessionsEndOutput> {
    return this.call({ method: "POST", path: `/support-sessions/${segment(id)}/end`, once: true }, options);
  }
}

export class TemplatesCalls extends Resource {
  /** List templates. Needs the permission `templates.manage`, which a key has with the scope `templates: write`. */
  list(query?: TemplatesListQuery, options?: RequestOptions): Pages<TemplatesListOutput> {
    return this.pages({ method: "GET", path: "/templates", query }, options);
  }

  /** Create a template. Needs the permission `templates.manage`, which a key has with the scope `templates: write`. Takes an `Idempotency-Key`. */
  create(input: TemplatesCreateInput, options?: RequestOptions): Promise<TemplatesCreateOutput> {
    return this.call({ method: "POST", path: "/templates", body: input, once: true }, options);
  }

  /** Remove a template. Needs the permission `templates.manage`, which a key has with the scope `templates: write`. Takes an `Idempotency-Key`. Takes the ETag of `GET /templates/{id}` as `If-Match`. */
  remove(id: string, options?: RequestOptions): Promise<TemplatesRemoveOutput> {
    return this.call({ method: "DELETE", path: `/templates/${segment(id)}`, once: true }, options);
  }

  /** Get a template. Needs the permission `templates.manage`, which a key has with the scope `templates: write`. */
  find(id: string, options?: RequestOptions): Promise<TemplatesFindOutput> {
    return this.call({ method: "GET", path: `/templates/${segment(id)}`, kept: true }, options);
  }

  /** Change a template. Needs the permission `templates.manage`, which a key has with the scope `templates: write`. Takes an `Idempotency-Key`. Takes the ETag of `GET /templates/{id}` as `If-Match`. */
  update(id: string, input?: TemplatesUpdateInput, options?: RequestOptions): Promise<TemplatesUpdateOutput> {
    return this.call({ method: "PATCH", path: `/templates/${segment(id)}`, body: input, once: true }, options);
  }

  /** See what happened to a template. Needs the permission `templates.manage`, which a key has with the scope `templates: write`. */
  history(id: string, query?: TemplatesHistoryQuery, options?: RequestOptions): Pages<TemplatesHistoryOutput> {
    return this.pages({ method: "GET", path: `/templates/${segment(id)}/history`, query }, options);
  }
}

export class TestDataCalls extends Resource {
  /** Delete all test records; live ones stay. Needs the permission `settings.manage`, which a key has with the scope `settings: write`. May want a fresh proof of the acting person: send `password`, or `factor_code` where they have a second factor. Takes an `Idempotency-Key`. At most 10 in 1 hours for each organization. */
  delete(input?: TestDataDeleteInput, options?: RequestOptions): Promise<TestDataDeleteOutput> {
    return this.call({ method: "DELETE", path: "/test-data", body: input, once: true }, options);
  }
}

export class TokensCalls extends Resource {
  /** End the session behind an access token, and every token of it. It reads no cookie and sets none. */
  end(input: AccessToken, options?: RequestOptions): Promise<Nothing> {
    return this.call({ method: "POST", path: "/api/logout", body: input, root: true }, options);
  }

  /** Get an access and a refresh token for address and password. It reads no cookie and sets none. */
  create(input: TokenRequest, options?: RequestOptions): Promise<TokenPair> {
    return this.call({ method: "POST", path: "/api/token", body: input, root: true }, options);
  }

  /** Get the next pair for a refresh token, once. It reads no cookie and sets none. */
  refresh(input: RefreshRequest, options?: RequestOptions): Promise<TokenPair> {
    return this.call({ method: "POST", path: "/api/token/refresh", body: input, root: true }, options);
  }

  /** See whether an access token opens something now. It reads no cookie and sets none. */
  verify(input: AccessToken, options?: RequestOptions): Promise<Nothing> {
    return this.call({ method: "POST", path: "/api/token/verify", body: input, root: true }, options);
  }
}

export class UsageCalls extends Resource {
  /** See members, shipments, orders, what they cost, calls of the API and deliveries, by day; the last 30 days where no others are named. Needs the permission `usage.view`, which a key has with the scope `usage: read`. */
  view(query?: UsageViewQuery, options?: RequestOptions): Promise<UsageViewOutput> {
    return this.call({ method: "GET", path: "/usage", query }, options);
  }
}

export class ViewsCalls extends Resource {
  /** List your saved views of a list, and those that others share. Needs the permission `organization.view`. */
  list(query: ViewsListQuery, options?: RequestOptions): Pages<ViewsListOutput> {
    return this.pages({ method: "GET", path: "/views", query }, options);
  }

  /** Save a view of a list, for yourself or for everybody. Needs the permission `organization.view`. Takes an `Idempotency-Key`. */
  save(input: ViewsSaveInput, options?: RequestOptions): Promise<ViewsSaveOutput> {
    return this.call({ method: "POST", path: "/views", body: input, once: true }, options);
  }

  /** Remove a saved view: your own, or a shared one where you manage settings. Needs the permission `organization.view`. Takes an `Idempotency-Key`. */
  remove(id: string, options?: RequestOptions): Promise<ViewsRemoveOutput> {
    return this.call({ method: "DELETE", path: `/views/${segment(id)}`, once: true }, options);
  }
}

export class WebhooksCalls extends Resource {
  /** List webhooks, with how they did of late. Needs the permission `webhooks.view`, which a key has with the scope `webhooks: read`. */
  list(query?: WebhooksListQuery, options?: RequestOptions): Pages<WebhooksListOutput> {
    return this.pages({ method: "GET", path: "/webhooks", query }, options);
  }

  /** Create a webhook; the answer alone holds its secret. Needs the permission `webhooks.manage`, which a key has with the scope `webhooks: write`. May want a fresh proof of the acting person: send `password`, or `factor_code` where they have a second factor. Takes an `Idempotency-Key`. At most 60 in 1 hours for each person or key. */
  create(input: WebhooksCreateInput, options?: RequestOptions): Promise<WebhooksCreateOutput> {
    return this.call({ method: "POST", path: "/webhooks", body: input, once: true }, options);
  }

  /** Delete a webhook and its deliveries. Needs the permission `webhooks.manage`, which a key has with the scope `webhooks: write`. Takes an `Idempotency-Key`. */
  delete(id: string, options?: RequestOptions): Promise<WebhooksDeleteOutput> {
    return this.call({ method: "DELETE", path: `/webhooks/${segment(id)}`, once: true }, options);
  }

  /** Get a webhook. Needs the permission `webhooks.view`, which a key has with the scope `webhooks: read`. */
  find(id: string, options?: RequestOptions): Promise<WebhooksFindOutput> {
    return this.call({ method: "GET", path: `/webhooks/${segment(id)}`, kept: true }, options);
  }

  /** Change where a webhook sends, and what. Needs the permission `webhooks.manage`, which a key has with the scope `webhooks: write`. May want a fresh proof of the acting person: send `password`, or `factor_code` where they have a second factor. Takes an `Idempotency-Key`. Takes the ETag of `GET /webhooks/{id}` as `If-Match`. */
  update(id: string, input?: WebhooksUpdateInput, options?: RequestOptions): Promise<WebhooksUpdateOutput> {
    return this.call({ method: "PATCH", path: `/webhooks/${segment(id)}`, body: input, once: true }, options);
  }

  /** Disable a webhook; what waits for it has failed and can be sent again. Needs the permission `webhooks.manage`, which a key has with the scope `webhooks: write`. Takes an `Idempotency-Key`. */
  disable(id: string, options?: RequestOptions): Promise<WebhooksDisableOutput> {
    return this.call({ method: "POST", path: `/webhooks/${segment(id)}/disable`, once: true }, options);
  }

  /** Enable a webhook that is disabled. Needs the permission `webhooks.manage`, which a key has with the scope `webhooks: write`. Takes an `Idempotency-Key`. */
  enable(id: string, options?: RequestOptions): Promise<WebhooksEnableOutput> {
    return this.call({ method: "POST", path: `/webhooks/${segment(id)}/enable`, once: true }, options);
  }

  /** Count what a replay would send again; 10,000 at most go at once. Needs the permission `webhooks.manage`, which a key has with the scope `webhooks: write`. */
  countReplay(id: string, query: WebhooksCountReplayQuery, options?: RequestOptions): Promise<WebhooksCountReplayOutput> {
    return this.call({ method: "GET", path: `/webhooks/${segment(id)}/replay`, query }, options);
  }

  /** Send again what failed since a moment or between two, also what would be tried again later, or everything. Needs the permission `webhooks.manage`, which a key has with the scope `webhooks: write`. Takes an `Idempotency-Key`. At most 60 in 1 hours for each organization. */
  replay(id: string, input: WebhooksReplayInput, options?: RequestOptions): Promise<WebhooksReplayOutput> {
    return this.call({ method: "POST", path: `/webhooks/${segment(id)}/replay`, body: input, once: true }, options);
  }

  /** Replace a webhook's secret, the old one signing too for a while; while an earlier one still signs, at once alone. Needs the permission `webhooks.manage`, which a key has with the scope `webhooks: write`. May want a fresh proof of the acting person: send `password`, or `factor_code` where they have a second factor. Takes an `Idempotency-Key`. At most 60 in 1 hours for each person or key. */
  rotate(id: string, input?: WebhooksRotateInput, options?: RequestOptions): Promise<WebhooksRotateOutput> {
    return this.call({ method: "POST", path: `/webhooks/${segment(id)}/rotate`, body: input, once: true }, options);
  }

  /** Send a test event to a webhook, once. Needs the permission `webhooks.manage`, which a key has with the scope `webhooks: write`. Takes an `Idempotency-Key`. At most 60 in 1 hours for each organization. */
  test(id: string, options?: RequestOptions): Promise<WebhooksTestOutput> {
    return this.call({ method: "POST", path: `/webhooks/${segment(id)}/test`, once: true }, options);
  }
}

export class WorkspaceConfigCalls extends Resource {
  /** Read the workspace configuration, with defaults for what was never chosen. Needs the permission `settings.view`, which a key has with the scope `settings: read`. */
  get(options?: RequestOptions): Promise<WorkspaceGetOutput> {
    return this.call({ method: "GET", path: "/workspace-config", kept: true }, options);
  }

  /** Change the workspace configuration; what is not given stays. Needs the permission `settings.manage`, which a key has with the scope `settings: write`. Takes an `Idempotency-Key`. Takes the ETag of `GET /workspace-config` as `If-Match`. */
  update(input?: WorkspaceUpdateInput, options?: RequestOptions): Promise<WorkspaceUpdateOutput> {
    return this.call({ method: "PATCH", path: "/workspace-config", body: input, once: true }, options);
  }
}

/** Every group of calls. */
export class Resources {
  readonly access: AccessCalls;
  readonly account: AccountCalls;
  readonly activity: ActivityCalls;
  readonly addresses: AddressesCalls;
  readonly assets: AssetsCalls;
  readonly audit: AuditCalls;
  readonly branches: BranchesCalls;
  readonly carrierConnections: CarrierConnectionsCalls;
  readonly customers: CustomersCalls;
  readonly delegations: DelegationsCalls;
  readonly deliveries: DeliveriesCalls;
  readonly eventTypes: EventTypesCalls;
  readonly events: EventsCalls;
  readonly exports: ExportsCalls;
  readonly group: GroupCalls;
  readonly imports: ImportsCalls;
  readonly invitations: InvitationsCalls;
  readonly keys: KeysCalls;
  readonly logs: LogsCalls;
  readonly look: LookCalls;
  readonly me: MeCalls;
  readonly members: MembersCalls;
  readonly notices: NoticesCalls;
  readonly orders: OrdersCalls;
  readonly organization: OrganizationCalls;
  readonly organizations: OrganizationsCalls;
  readonly overview: OverviewCalls;
  readonly ownership: OwnershipCalls;
  readonly parcels: ParcelsCalls;
  readonly pieces: PiecesCalls;
  readonly plan: PlanCalls;
  readonly platform: PlatformCalls;
  readonly preferences: PreferencesCalls;
  readonly products: ProductsCalls;
  readonly registrations: RegistrationsCalls;
  readonly roleLadder: RoleLadderCalls;
  readonly roles: RolesCalls;
  readonly search: SearchCalls;
  readonly settings: SettingsCalls;
  readonly setup: SetupCalls;
  readonly shipments: ShipmentsCalls;
  readonly supportSessions: SupportSessionsCalls;
  readonly templates: TemplatesCalls;
  readonly testData: TestDataCalls;
  readonly tokens: TokensCalls;
  readonly usage: UsageCalls;
  readonly views: ViewsCalls;
  readonly webhooks: WebhooksCalls;
  readonly workspaceConfig: WorkspaceConfigCalls;

  constructor(transport: Transport) {
    this.access = new AccessCalls(transport);
    this.account = new AccountCalls(transport);
    this.activity = new ActivityCalls(transport);
    this.addresses = new AddressesCalls(transport);
    this.assets = new AssetsCalls(transport);
    this.audit = new AuditCalls(transport);
    this.branches = new BranchesCalls(transport);
    this.carrierConnections = new CarrierConnectionsCalls(transport);
    this.customers = new CustomersCalls(transport);
    this.delegations = new DelegationsCalls(transport);
    this.deliveries = new DeliveriesCalls(transport);
    this.eventTypes = new EventTypesCalls(transport);
    this.events = new EventsCalls(transport);
    this.exports = new ExportsCalls(transport);
    this.group = new GroupCalls(transport);
    this.imports = new ImportsCalls(transport);
    this.invitations = new InvitationsCalls(transport);
    this.keys = new KeysCalls(transport);
    this.logs = new LogsCalls(transport);
    this.look = new LookCalls(transport);
    this.me = new MeCalls(transport);
    this.members = new MembersCalls(transport);
    this.notices = new NoticesCalls(transport);
    this.orders = new OrdersCalls(transport);
    this.organization = new OrganizationCalls(transport);
    this.organizations = new OrganizationsCalls(transport);
    this.overview = new OverviewCalls(transport);
    this.ownership = new OwnershipCalls(transport);
    this.parcels = new ParcelsCalls(transport);
    this.pieces = new PiecesCalls(transport);
    this.plan = new PlanCalls(transport);
    this.platform = new PlatformCalls(transport);
    this.preferences = new PreferencesCalls(transport);
    this.products = new ProductsCalls(transport);
    this.registrations = new RegistrationsCalls(transport);
    this.roleLadder = new RoleLadderCalls(transport);
    this.roles = new RolesCalls(transport);
    this.search = new SearchCalls(transport);
    this.settings = new SettingsCalls(transport);
    this.setup = new SetupCalls(transport);
    this.shipments = new ShipmentsCalls(transport);
    this.supportSessions = new SupportSessionsCalls(transport);
    this.templates = new TemplatesCalls(transport);
    this.testData = new TestDataCalls(transport);
    this.tokens = new TokensCalls(transport);
    this.usage = new UsageCalls(transport);
    this.views = new ViewsCalls(transport);
    this.webhooks = new WebhooksCalls(transport);
    this.workspaceConfig = new WorkspaceConfigCalls(transport);
  }
}
