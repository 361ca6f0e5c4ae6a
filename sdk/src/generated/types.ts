// Made from the OpenAPI document by `npm run sdk`. Changes made here are lost.

export type AccessAskInput = {
  permission: "organization.view" | "orders.view" | "shipments.view" | "trackers.view" | "routes.view" | "orders.create" | "orders.update" | "orders.cancel" | "shipments.create" | "shipments.update" | "shipments.cancel" | "trackers.manage" | "customers.view" | "addresses.view" | "customers.manage" | "addresses.manage" | "assets.view" | "pieces.view" | "assets.manage" | "pieces.manage" | "members.invite" | "members.set_flags" | "shipments.import" | "data.import" | "registrations.view" | "invitations.view" | "invitations.revoke" | "roles.view" | "branches.view" | "settings.view" | "keys.view" | "webhooks.view" | "events.view" | "usage.view" | "activity.view" | "delegations.manage" | "routes.view_own" | "purchases.approve" | "invoices.approve" | "routes.manage" | "drivers.assign" | "deliveries.prove" | "location.report" | "registrations.decide" | "members.view" | "members.manage" | "members.set_role" | "roles.manage" | "branches.manage" | "settings.manage" | "branding.manage" | "domains.manage" | "carriers.manage" | "webhooks.manage" | "keys.manage" | "logs.view" | "audit.view" | "audit.export" | "sso.manage" | "channels.manage" | "templates.manage" | "catalog.contribute" | "shares.manage" | "billing.manage" | "data.export" | "organization.transfer" | "organization.delete";
};

export type AccessAskOutput = {
  told: number | null;
};

export type AccessExplainOutput = {
  member: {
    id: string;
    name: string;
    role: string;
  } | null;
  key: {
    id: string;
    label: string;
  } | null;
  record: {
    id: string;
    word: string;
    branch: string | null;
  } | null;
  permission: string;
  description: string;
  allowed: boolean;
  summary: string;
  steps: {
    about: "organization" | "membership" | "everybody" | "role" | "branch" | "flag" | "delegation" | "policy" | "plan" | "key" | "record";
    speaks: "for" | "against" | "neither";
    text: string;
    roles?: string[];
  }[];
  grantors: {
    names: string[];
    anybody: boolean;
  } | null;
};

export type AccessGrantorsOutput = {
  names: string[];
  anybody: boolean;
};

export type AccessListOutput = {
  member: {
    id: string;
    name: string;
    role: string;
  } | null;
  key: {
    id: string;
    label: string;
  } | null;
  data: {
    permission: string;
    description: string;
    allowed: boolean;
    summary: string;
  }[];
};

export type AccessToken = {
  token: string;
};

export type AccountAcceptTermsInput = {
  version: number;
};

export type AccountAcceptTermsOutput = Record<string, never>;

export type AccountArchiveNoticesInput = {
  ids: string[];
  archived?: boolean;
};

export type AccountArchiveNoticesOutput = {
  marked: number;
};

export type AccountEndOtherSessionsOutput = {
  ended: number;
};

export type AccountEndSessionOutput = {
  ended: number;
};

export type AccountNoticesOutput = {
  data: {
    id: string;
    organization_id: string;
    kind: string;
    title: string;
    body: string | null;
    path: string | null;
    read_at: string | null;
    created_at: string;
    request: {
      id: string;
      state: "pending" | "approved" | "rejected";
    } | null;
  }[];
  next_cursor: string | null;
};

export type AccountReadNoticesInput = {
  organization_id?: string;
  ids?: string[];
};

export type AccountReadNoticesOutput = {
  marked: number;
};

export type AccountRequestsOutput = {
  data: {
    id: string;
    organization: string;
    slug: string;
    state: "pending" | "approved" | "rejected";
    closed_as: "rejected" | "withdrawn" | "overdue" | "taken_back" | null;
    note: string | null;
    role_name: string | null;
    message: string;
    created_at: string;
    due_at: string | null;
    decided_at: string | null;
    joined_at: string | null;
  }[];
  next_cursor: null;
};

export type AccountSessionsOutput = {
  data: {
    id: string;
    current: boolean;
    method: string;
    device: string;
    address: string | null;
    organizations: string[];
    created_at: string;
    last_used_at: string;
  }[];
  next_cursor: null;
};

export type AccountSetUpInput = {
  name: string;
  slug?: string;
  company_name?: string;
  industry?: "parcel" | "freight" | "last_mile" | "warehousing" | "retail" | "manufacturing" | "procurement" | "food" | "health" | "public" | "other";
  company_size?: "1-10" | "11-50" | "51-200" | "201-1000" | "1001+";
  city?: string;
  country?: string;
  currency?: string;
  time_zone?: string;
  role_template?: "fleet" | "procurement" | "staff";
};

export type AccountSetUpOutput = {
  account: {
    id: string;
    name: string;
    email: string;
    time_zone: string;
  };
  organization: {
    id: string;
    slug: string;
    name: string;
    address: string;
    company_name: string | null;
    industry: string | null;
    company_size: string | null;
    city: string | null;
    country: string | null;
    currency: string;
    time_zone: string;
    weight_unit: string;
    dimension_unit: string;
    role_template: string;
    default_role_key: string;
    plan: string;
    state: string;
    created_at: string;
    complete: boolean;
    missing: string[];
  };
  membership: {
    id: string;
    role_key: string;
  };
  created: boolean;
  /** Shown once: null where a request with the same Idempotency-Key comes again. */
  key: string | null | null;
};

export type AccountShowOutput = {
  id: string;
  email: string;
  name: string;
  time_zone: string;
  super_admin: boolean;
};

export type AccountTermsOutput = {
  version: number;
  body: string;
  url: string;
  adds_members: boolean;
  published_at: string;
  accepted_at: string | null;
} | null;

export type AccountUpdateInput = {
  name: string;
  time_zone: string;
};

export type AccountUpdateOutput = {
  name: string;
};

export type ActivityViewOutput = {
  days: {
    orders: number;
    shipments: number;
    approvals: number;
    invitations: number;
    day: string;
  }[];
  people: {
    orders: number;
    shipments: number;
    approvals: number;
    invitations: number;
    id: string | null;
    name: string;
  }[];
  open: {
    day: string;
    count: number;
  }[];
  provisioning: {
    median: number | null;
    worst: number | null;
    median_of_people: number | null;
    unopened: number;
    joinings: {
      id: string;
      name: string;
      how: string;
      decided_at: string;
      entered_at: string;
      system: number | null;
      people: number | null;
    }[];
  };
};

export type AddressesCreateInput = {
  name: string;
  company?: string | null;
  customer_id?: "" | null | string;
  street: string;
  extra?: string | null;
  postcode?: string | null;
  city: string;
  region?: string | null;
  country: string;
  phone?: string | null;
  email?: string | null;
};

export type AddressesCreateOutput = {
  id: string;
  name: string;
  company: string | null;
  customer: {
    id: string;
    name: string | null;
  } | null;
  street: string;
  extra: string | null;
  postcode: string | null;
  city: string;
  region: string | null;
  country: string;
  phone: string | null;
  email: string | null;
  test_mode: boolean;
  created_at: string;
  updated_at: string;
  abilities: {
    update: {
      allowed: true;
    } | {
      allowed: false;
      reason: string;
      message: string;
    };
    remove: {
      allowed: true;
    } | {
      allowed: false;
      reason: string;
      message: string;
    };
  };
};

export type AddressesFindOutput = {
  id: string;
  name: string;
  company: string | null;
  customer: {
    id: string;
    name: string | null;
  } | null;
  street: string;
  extra: string | null;
  postcode: string | null;
  city: string;
  region: string | null;
  country: string;
  phone: string | null;
  email: string | null;
  test_mode: boolean;
  created_at: string;
  updated_at: string;
  abilities: {
    update: {
      allowed: true;
    } | {
      allowed: false;
      reason: string;
      message: string;
    };
    remove: {
      allowed: true;
    } | {
      allowed: false;
      reason: string;
      message: string;
    };
  };
};

export type AddressesHistoryOutput = {
  data: {
    id: string;
    at: string;
    actor: string;
    action: "insert" | "update" | "delete";
    changes: {
      field: string;
      before: string | null;
      after: string | null;
    }[];
  }[];
  next_cursor: null;
};

export type AddressesListOutput = {
  data: {
    id: string;
    name: string;
    company: string | null;
    customer: {
      id: string;
      name: string | null;
    } | null;
    street: string;
    extra: string | null;
    postcode: string | null;
    city: string;
    region: string | null;
    country: string;
    phone: string | null;
    email: string | null;
    test_mode: boolean;
    created_at: string;
    updated_at: string;
    abilities: {
      update: {
        allowed: true;
      } | {
        allowed: false;
        reason: string;
        message: string;
      };
      remove: {
        allowed: true;
      } | {
        allowed: false;
        reason: string;
        message: string;
      };
    };
  }[];
  next_cursor: string | null;
};

export type AddressesRemoveOutput = {
  id: string;
  name: string;
};

export type AddressesUpdateInput = {
  name?: string;
  company?: string | null;
  customer_id?: "" | null | string;
  street?: string;
  extra?: string | null;
  postcode?: string | null;
  city?: string;
  region?: string | null;
  country?: string;
  phone?: string | null;
  email?: string | null;
};

export type AddressesUpdateOutput = {
  id: string;
  name: string;
  company: string | null;
  customer: {
    id: string;
    name: string | null;
  } | null;
  street: string;
  extra: string | null;
  postcode: string | null;
  city: string;
  region: string | null;
  country: string;
  phone: string | null;
  email: string | null;
  test_mode: boolean;
  created_at: string;
  updated_at: string;
  abilities: {
    update: {
      allowed: true;
    } | {
      allowed: false;
      reason: string;
      message: string;
    };
    remove: {
      allowed: true;
    } | {
      allowed: false;
      reason: string;
      message: string;
    };
  };
};

export type ApiRulesReadOutput = {
  /** A key whose request names another organization in X-Org-Id is refused with 409. */
  refuse_other_organization: boolean;
  /** A change of a shared record without If-Match is refused with 428. */
  require_versions: boolean;
};

export type ApiRulesUpdateInput = {
  /** A key whose request names another organization in X-Org-Id is refused with 409. */
  refuse_other_organization: boolean;
  /** A change of a shared record without If-Match is refused with 428. */
  require_versions: boolean;
};

export type ApiRulesUpdateOutput = Record<string, never>;

export type AssetsCreateInput = {
  name: string;
  code: string;
  kind: "vehicle" | "equipment" | "printer";
  status: "in_use" | "spare" | "repair" | "retired";
  branch_id?: "" | null | string;
  capacity?: string | number | null;
  serial?: string | null;
  notes?: string | null;
  weight_unit?: "kg" | "g" | "lb" | "oz";
  dimension_unit?: "cm" | "in";
};

export type AssetsCreateOutput = {
  id: string;
  name: string;
  code: string;
  kind: string;
  status: string;
  branch: {
    id: string;
    name: string | null;
  } | null;
  capacity: number | null;
  serial: string | null;
  notes: string | null;
  weight_unit: "kg" | "g" | "lb" | "oz";
  dimension_unit: "cm" | "in";
  test_mode: boolean;
  created_at: string;
  updated_at: string;
  abilities: {
    update: {
      allowed: true;
    } | {
      allowed: false;
      reason: string;
      message: string;
    };
    remove: {
      allowed: true;
    } | {
      allowed: false;
      reason: string;
      message: string;
    };
  };
};

export type AssetsFindOutput = {
  id: string;
  name: string;
  code: string;
  kind: string;
  status: string;
  branch: {
    id: string;
    name: string | null;
  } | null;
  capacity: number | null;
  serial: string | null;
  notes: string | null;
  weight_unit: "kg" | "g" | "lb" | "oz";
  dimension_unit: "cm" | "in";
  test_mode: boolean;
  created_at: string;
  updated_at: string;
  abilities: {
    update: {
      allowed: true;
    } | {
      allowed: false;
      reason: string;
      message: string;
    };
    remove: {
      allowed: true;
    } | {
      allowed: false;
      reason: string;
      message: string;
    };
  };
};

export type AssetsHistoryOutput = {
  data: {
    id: string;
    at: string;
    actor: string;
    action: "insert" | "update" | "delete";
    changes: {
      field: string;
      before: string | null;
      after: string | null;
    }[];
  }[];
  next_cursor: null;
};

export type AssetsListOutput = {
  data: {
    id: string;
    name: string;
    code: string;
    kind: string;
    status: string;
    branch: {
      id: string;
      name: string | null;
    } | null;
    capacity: number | null;
    serial: string | null;
    notes: string | null;
    weight_unit: "kg" | "g" | "lb" | "oz";
    dimension_unit: "cm" | "in";
    test_mode: boolean;
    created_at: string;
    updated_at: string;
    abilities: {
      update: {
        allowed: true;
      } | {
        allowed: false;
        reason: string;
        message: string;
      };
      remove: {
        allowed: true;
      } | {
        allowed: false;
        reason: string;
        message: string;
      };
    };
  }[];
  next_cursor: string | null;
};

export type AssetsMoveInput = {
  ids: string[];
  branch_id: "" | string | null;
};

export type AssetsMoveOutput = {
  moved: number;
};

export type AssetsRemoveOutput = {
  id: string;
  name: string;
};

export type AssetsUpdateInput = {
  name?: string;
  code?: string;
  kind?: "vehicle" | "equipment" | "printer";
  status?: "in_use" | "spare" | "repair" | "retired";
  capacity?: string | number | null;
  serial?: string | null;
  notes?: string | null;
  weight_unit?: "kg" | "g" | "lb" | "oz";
  dimension_unit?: "cm" | "in";
};

export type AssetsUpdateOutput = {
  id: string;
  name: string;
  code: string;
  kind: string;
  status: string;
  branch: {
    id: string;
    name: string | null;
  } | null;
  capacity: number | null;
  serial: string | null;
  notes: string | null;
  weight_unit: "kg" | "g" | "lb" | "oz";
  dimension_unit: "cm" | "in";
  test_mode: boolean;
  created_at: string;
  updated_at: string;
  abilities: {
    update: {
      allowed: true;
    } | {
      allowed: false;
      reason: string;
      message: string;
    };
    remove: {
      allowed: true;
    } | {
      allowed: false;
      reason: string;
      message: string;
    };
  };
};

export type AuditExportInput = {
  q?: string;
  format: "csv" | "jsonl";
  /** The acting person's password, where they have no second factor. */
  password?: string;
  /** A code from the acting person's authenticator app, or a recovery code. */
  factor_code?: string;
};

export type AuditExportOutput = {
  id: string;
};

export type AuditExportsOutput = {
  data: {
    id: string;
    starter: string;
    format: "csv" | "jsonl";
    query: string;
    phase: "writing" | "done" | "failed" | "expired";
    taken: number;
    progress: number | null;
    problem: string | null;
    created_at: string;
    finished_at: string | null;
    link_until: string | null;
  }[];
  next_cursor: null;
};

export type AuditFiltersOutput = {
  actors: {
    id: string;
    name: string;
  }[];
};

export type AuditFindOutput = {
  id: number;
  at: string;
  actor: string;
  via: string | null;
  operation: string;
  action: string;
  record_type: string;
  record_id: string | null;
  record_name: string | null;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
  reason: string | null;
  request_id: string | null;
  record_path: string | null;
  address: string | null;
  agent: string | null;
  organization?: {
    id: string;
    name: string;
  };
  names: Record<string, string>;
};

export type AuditListOutput = {
  data: {
    id: number;
    at: string;
    actor: string;
    via: string | null;
    operation: string;
    action: string;
    record_type: string;
    record_id: string | null;
    record_name: string | null;
    before: Record<string, unknown> | null;
    after: Record<string, unknown> | null;
    reason: string | null;
    request_id: string | null;
    record_path: string | null;
    address: string | null;
    agent: string | null;
    organization?: {
      id: string;
      name: string;
    };
  }[];
  next_cursor: string | null;
};

export type AuditProofOutput = {
  sealed: number;
  verified: number;
  verified_to: string | null;
  broken: boolean;
};

export type AuditRetentionOutput = {
  days: number | null;
  next: number | null;
  next_from: string | null;
};

export type AuditSetRetentionInput = {
  days: number | null;
  /** The acting person's password, where they have no second factor. */
  password?: string;
  /** A code from the acting person's authenticator app, or a recovery code. */
  factor_code?: string;
};

export type AuditSetRetentionOutput = {
  days: number | null;
  next: number | null;
  next_from: string | null;
};

export type BranchesArchiveInput = {
  into?: "" | string | null;
};

export type BranchesArchiveOutput = {
  id: string;
  name: string;
  code: string;
  archived: boolean;
};

export type BranchesChoicesOutput = {
  data: {
    id: string;
    name: string;
    code: string;
    archived: boolean;
  }[];
  next_cursor: null;
};

export type BranchesCreateInput = {
  name: string;
  code: string;
  kind: "depot" | "region" | "department";
  parent_id?: "" | null | string;
  manager_id?: "" | null | string;
  time_zone?: "" | null | "UTC" | "Africa/Abidjan" | "Africa/Accra" | "Africa/Addis_Ababa" | "Africa/Algiers" | "Africa/Asmera" | "Africa/Bamako" | "Africa/Bangui" | "Africa/Banjul" | "Africa/Bissau" | "Africa/Blantyre" | "Africa/Brazzaville" | "Africa/Bujumbura" | "Africa/Cairo" | "Africa/Casablanca" | "Africa/Ceuta" | "Africa/Conakry" | "Africa/Dakar" | "Africa/Dar_es_Salaam" | "Africa/Djibouti" | "Africa/Douala" | "Africa/El_Aaiun" | "Africa/Freetown" | "Africa/Gaborone" | "Africa/Harare" | "Africa/Johannesburg" | "Africa/Juba" | "Africa/Kampala" | "Africa/Khartoum" | "Africa/Kigali" | "Africa/Kinshasa" | "Africa/Lagos" | "Africa/Libreville" | "Africa/Lome" | "Africa/Luanda" | "Africa/Lubumbashi" | "Africa/Lusaka" | "Africa/Malabo" | "Africa/Maputo" | "Africa/Maseru" | "Africa/Mbabane" | "Africa/Mogadishu" | "Africa/Monrovia" | "Africa/Nairobi" | "Africa/Ndjamena" | "Africa/Niamey" | "Africa/Nouakchott" | "Africa/Ouagadougou" | "Africa/Porto-Novo" | "Africa/Sao_Tome" | "Africa/Tripoli" | "Africa/Tunis" | "Africa/Windhoek" | "America/Adak" | "America/Anchorage" | "America/Anguilla" | "America/Antigua" | "America/Araguaina" | "America/Argentina/La_Rioja" | "America/Argentina/Rio_Gallegos" | "America/Argentina/Salta" | "America/Argentina/San_Juan" | "America/Argentina/San_Luis" | "America/Argentina/Tucuman" | "America/Argentina/Ushuaia" | "America/Aruba" | "America/Asuncion" | "America/Bahia" | "America/Bahia_Banderas" | "America/Barbados" | "America/Belem" | "America/Belize" | "America/Blanc-Sablon" | "America/Boa_Vista" | "America/Bogota" | "America/Boise" | "America/Buenos_Aires" | "America/Cambridge_Bay" | "America/Campo_Grande" | "America/Cancun" | "America/Caracas" | "America/Catamarca" | "America/Cayenne" | "America/Cayman" | "America/Chicago" | "America/Chihuahua" | "America/Ciudad_Juarez" | "America/Coral_Harbour" | "America/Cordoba" | "America/Costa_Rica" | "America/Coyhaique" | "America/Creston" | "America/Cuiaba" | "America/Curacao" | "America/Danmarkshavn" | "America/Dawson" | "America/Dawson_Creek" | "America/Denver" | "America/Detroit" | "America/Dominica" | "America/Edmonton" | "America/Eirunepe" | "America/El_Salvador" | "America/Fort_Nelson" | "America/Fortaleza" | "America/Glace_Bay" | "America/Godthab" | "America/Goose_Bay" | "America/Grand_Turk" | "America/Grenada" | "America/Guadeloupe" | "America/Guatemala" | "America/Guayaquil" | "America/Guyana" | "America/Halifax" | "America/Havana" | "America/Hermosillo" | "America/Indiana/Knox" | "America/Indiana/Marengo" | "America/Indiana/Petersburg" | "America/Indiana/Tell_City" | "America/Indiana/Vevay" | "America/Indiana/Vincennes" | "America/Indiana/Winamac" | "America/Indianapolis" | "America/Inuvik" | "America/Iqaluit" | "America/Jamaica" | "America/Jujuy" | "America/Juneau" | "America/Kentucky/Monticello" | "America/Kralendijk" | "America/La_Paz" | "America/Lima" | "America/Los_Angeles" | "America/Louisville" | "America/Lower_Princes" | "America/Maceio" | "America/Managua" | "America/Manaus" | "America/Marigot" | "America/Martinique" | "America/Matamoros" | "America/Mazatlan" | "America/Mendoza" | "America/Menominee" | "America/Merida" | "America/Metlakatla" | "America/Mexico_City" | "America/Miquelon" | "America/Moncton" | "America/Monterrey" | "America/Montevideo" | "America/Montserrat" | "America/Nassau" | "America/New_York" | "America/Nome" | "America/Noronha" | "America/North_Dakota/Beulah" | "America/North_Dakota/Center" | "America/North_Dakota/New_Salem" | "America/Ojinaga" | "America/Panama" | "America/Paramaribo" | "America/Phoenix" | "America/Port-au-Prince" | "America/Port_of_Spain" | "America/Porto_Velho" | "America/Puerto_Rico" | "America/Punta_Arenas" | "America/Rankin_Inlet" | "America/Recife" | "America/Regina" | "America/Resolute" | "America/Rio_Branco" | "America/Santarem" | "America/Santiago" | "America/Santo_Domingo" | "America/Sao_Paulo" | "America/Scoresbysund" | "America/Sitka" | "America/St_Barthelemy" | "America/St_Johns" | "America/St_Kitts" | "America/St_Lucia" | "America/St_Thomas" | "America/St_Vincent" | "America/Swift_Current" | "America/Tegucigalpa" | "America/Thule" | "America/Tijuana" | "America/Toronto" | "America/Tortola" | "America/Vancouver" | "America/Whitehorse" | "America/Winnipeg" | "America/Yakutat" | "Antarctica/Casey" | "Antarctica/Davis" | "Antarctica/DumontDUrville" | "Antarctica/Macquarie" | "Antarctica/Mawson" | "Antarctica/McMurdo" | "Antarctica/Palmer" | "Antarctica/Rothera" | "Antarctica/Syowa" | "Antarctica/Troll" | "Antarctica/Vostok" | "Arctic/Longyearbyen" | "Asia/Aden" | "Asia/Almaty" | "Asia/Amman" | "Asia/Anadyr" | "Asia/Aqtau" | "Asia/Aqtobe" | "Asia/Ashgabat" | "Asia/Atyrau" | "Asia/Baghdad" | "Asia/Bahrain" | "Asia/Baku" | "Asia/Bangkok" | "Asia/Barnaul" | "Asia/Beirut" | "Asia/Bishkek" | "Asia/Brunei" | "Asia/Calcutta" | "Asia/Chita" | "Asia/Colombo" | "Asia/Damascus" | "Asia/Dhaka" | "Asia/Dili" | "Asia/Dubai" | "Asia/Dushanbe" | "Asia/Famagusta" | "Asia/Gaza" | "Asia/Hebron" | "Asia/Hong_Kong" | "Asia/Hovd" | "Asia/Irkutsk" | "Asia/Jakarta" | "Asia/Jayapura" | "Asia/Jerusalem" | "Asia/Kabul" | "Asia/Kamchatka" | "Asia/Karachi" | "Asia/Katmandu" | "Asia/Khandyga" | "Asia/Krasnoyarsk" | "Asia/Kuala_Lumpur" | "Asia/Kuching" | "Asia/Kuwait" | "Asia/Macau" | "Asia/Magadan" | "Asia/Makassar" | "Asia/Manila" | "Asia/Muscat" | "Asia/Nicosia" | "Asia/Novokuznetsk" | "Asia/Novosibirsk" | "Asia/Omsk" | "Asia/Oral" | "Asia/Phnom_Penh" | "Asia/Pontianak" | "Asia/Pyongyang" | "Asia/Qatar" | "Asia/Qostanay" | "Asia/Qyzylorda" | "Asia/Rangoon" | "Asia/Riyadh" | "Asia/Saigon" | "Asia/Sakhalin" | "Asia/Samarkand" | "Asia/Seoul" | "Asia/Shanghai" | "Asia/Singapore" | "Asia/Srednekolymsk" | "Asia/Taipei" | "Asia/Tashkent" | "Asia/Tbilisi" | "Asia/Tehran" | "Asia/Thimphu" | "Asia/Tokyo" | "Asia/Tomsk" | "Asia/Ulaanbaatar" | "Asia/Urumqi" | "Asia/Ust-Nera" | "Asia/Vientiane" | "Asia/Vladivostok" | "Asia/Yakutsk" | "Asia/Yekaterinburg" | "Asia/Yerevan" | "Atlantic/Azores" | "Atlantic/Bermuda" | "Atlantic/Canary" | "Atlantic/Cape_Verde" | "Atlantic/Faeroe" | "Atlantic/Madeira" | "Atlantic/Reykjavik" | "Atlantic/South_Georgia" | "Atlantic/St_Helena" | "Atlantic/Stanley" | "Australia/Adelaide" | "Australia/Brisbane" | "Australia/Broken_Hill" | "Australia/Darwin" | "Australia/Eucla" | "Australia/Hobart" | "Australia/Lindeman" | "Australia/Lord_Howe" | "Australia/Melbourne" | "Australia/Perth" | "Australia/Sydney" | "Europe/Amsterdam" | "Europe/Andorra" | "Europe/Astrakhan" | "Europe/Athens" | "Europe/Belgrade" | "Europe/Berlin" | "Europe/Bratislava" | "Europe/Brussels" | "Europe/Bucharest" | "Europe/Budapest" | "Europe/Busingen" | "Europe/Chisinau" | "Europe/Copenhagen" | "Europe/Dublin" | "Europe/Gibraltar" | "Europe/Guernsey" | "Europe/Helsinki" | "Europe/Isle_of_Man" | "Europe/Istanbul" | "Europe/Jersey" | "Europe/Kaliningrad" | "Europe/Kiev" | "Europe/Kirov" | "Europe/Lisbon" | "Europe/Ljubljana" | "Europe/London" | "Europe/Luxembourg" | "Europe/Madrid" | "Europe/Malta" | "Europe/Mariehamn" | "Europe/Minsk" | "Europe/Monaco" | "Europe/Moscow" | "Europe/Oslo" | "Europe/Paris" | "Europe/Podgorica" | "Europe/Prague" | "Europe/Riga" | "Europe/Rome" | "Europe/Samara" | "Europe/San_Marino" | "Europe/Sarajevo" | "Europe/Saratov" | "Europe/Simferopol" | "Europe/Skopje" | "Europe/Sofia" | "Europe/Stockholm" | "Europe/Tallinn" | "Europe/Tirane" | "Europe/Ulyanovsk" | "Europe/Vaduz" | "Europe/Vatican" | "Europe/Vienna" | "Europe/Vilnius" | "Europe/Volgograd" | "Europe/Warsaw" | "Europe/Zagreb" | "Europe/Zurich" | "Indian/Antananarivo" | "Indian/Chagos" | "Indian/Christmas" | "Indian/Cocos" | "Indian/Comoro" | "Indian/Kerguelen" | "Indian/Mahe" | "Indian/Maldives" | "Indian/Mauritius" | "Indian/Mayotte" | "Indian/Reunion" | "Pacific/Apia" | "Pacific/Auckland" | "Pacific/Bougainville" | "Pacific/Chatham" | "Pacific/Easter" | "Pacific/Efate" | "Pacific/Enderbury" | "Pacific/Fakaofo" | "Pacific/Fiji" | "Pacific/Funafuti" | "Pacific/Galapagos" | "Pacific/Gambier" | "Pacific/Guadalcanal" | "Pacific/Guam" | "Pacific/Honolulu" | "Pacific/Kiritimati" | "Pacific/Kosrae" | "Pacific/Kwajalein" | "Pacific/Majuro" | "Pacific/Marquesas" | "Pacific/Midway" | "Pacific/Nauru" | "Pacific/Niue" | "Pacific/Norfolk" | "Pacific/Noumea" | "Pacific/Pago_Pago" | "Pacific/Palau" | "Pacific/Pitcairn" | "Pacific/Ponape" | "Pacific/Port_Moresby" | "Pacific/Rarotonga" | "Pacific/Saipan" | "Pacific/Tahiti" | "Pacific/Tarawa" | "Pacific/Tongatapu" | "Pacific/Truk" | "Pacific/Wake" | "Pacific/Wallis";
  street?: string | null;
  city?: string | null;
  region?: string | null;
  postcode?: string | null;
  country?: "" | null | string;
};

export type BranchesCreateOutput = {
  id: string;
  name: string;
  code: string;
  kind: string;
  parent: {
    id: string;
    name: string | null;
  } | null;
  manager: {
    id: string;
    name: string | null;
  } | null;
  time_zone: string | null;
  street: string | null;
  city: string | null;
  region: string | null;
  postcode: string | null;
  country: string | null;
  archived: boolean;
  created_at: string;
  updated_at: string;
  abilities: {
    update: {
      allowed: true;
    } | {
      allowed: false;
      reason: string;
      message: string;
    };
    remove: {
      allowed: true;
    } | {
      allowed: false;
      reason: string;
      message: string;
    };
  };
};

export type BranchesFindOutput = {
  id: string;
  name: string;
  code: string;
  kind: string;
  parent: {
    id: string;
    name: string | null;
  } | null;
  manager: {
    id: string;
    name: string | null;
  } | null;
  time_zone: string | null;
  street: string | null;
  city: string | null;
  region: string | null;
  postcode: string | null;
  country: string | null;
  archived: boolean;
  created_at: string;
  updated_at: string;
  abilities: {
    update: {
      allowed: true;
    } | {
      allowed: false;
      reason: string;
      message: string;
    };
    remove: {
      allowed: true;
    } | {
      allowed: false;
      reason: string;
      message: string;
    };
  };
};

export type BranchesHistoryOutput = {
  data: {
    id: string;
    at: string;
    actor: string;
    action: "insert" | "update" | "delete";
    changes: {
      field: string;
      before: string | null;
      after: string | null;
    }[];
  }[];
  next_cursor: null;
};

export type BranchesListOutput = {
  data: {
    id: string;
    name: string;
    code: string;
    kind: string;
    parent: {
      id: string;
      name: string | null;
    } | null;
    manager: {
      id: string;
      name: string | null;
    } | null;
    time_zone: string | null;
    street: string | null;
    city: string | null;
    region: string | null;
    postcode: string | null;
    country: string | null;
    archived: boolean;
    created_at: string;
    updated_at: string;
    abilities: {
      update: {
        allowed: true;
      } | {
        allowed: false;
        reason: string;
        message: string;
      };
      remove: {
        allowed: true;
      } | {
        allowed: false;
        reason: string;
        message: string;
      };
    };
  }[];
  next_cursor: string | null;
};

export type BranchesPreviewArchiveOutput = {
  shipments: number;
  orders: number;
  assets: number;
  customers: number;
  members: number;
  below: string[];
};

export type BranchesRemoveOutput = {
  id: string;
  name: string;
};

export type BranchesRestoreOutput = {
  id: string;
  name: string;
  code: string;
  archived: boolean;
};

export type BranchesTreeOutput = {
  branches: {
    id: string;
    name: string;
    code: string;
    kind: "region" | "depot" | "department";
    parent_id: string | null;
    place: string | null;
    time_zone: string | null;
    manager: {
      id: string;
      name: string;
    } | null;
    members: number;
    archived: boolean;
  }[];
  everywhere: number;
  limited: boolean;
};

export type BranchesUpdateInput = {
  name?: string;
  code?: string;
  kind?: "depot" | "region" | "department";
  parent_id?: "" | null | string;
  manager_id?: "" | null | string;
  time_zone?: "" | null | "UTC" | "Africa/Abidjan" | "Africa/Accra" | "Africa/Addis_Ababa" | "Africa/Algiers" | "Africa/Asmera" | "Africa/Bamako" | "Africa/Bangui" | "Africa/Banjul" | "Africa/Bissau" | "Africa/Blantyre" | "Africa/Brazzaville" | "Africa/Bujumbura" | "Africa/Cairo" | "Africa/Casablanca" | "Africa/Ceuta" | "Africa/Conakry" | "Africa/Dakar" | "Africa/Dar_es_Salaam" | "Africa/Djibouti" | "Africa/Douala" | "Africa/El_Aaiun" | "Africa/Freetown" | "Africa/Gaborone" | "Africa/Harare" | "Africa/Johannesburg" | "Africa/Juba" | "Africa/Kampala" | "Africa/Khartoum" | "Africa/Kigali" | "Africa/Kinshasa" | "Africa/Lagos" | "Africa/Libreville" | "Africa/Lome" | "Africa/Luanda" | "Africa/Lubumbashi" | "Africa/Lusaka" | "Africa/Malabo" | "Africa/Maputo" | "Africa/Maseru" | "Africa/Mbabane" | "Africa/Mogadishu" | "Africa/Monrovia" | "Africa/Nairobi" | "Africa/Ndjamena" | "Africa/Niamey" | "Africa/Nouakchott" | "Africa/Ouagadougou" | "Africa/Porto-Novo" | "Africa/Sao_Tome" | "Africa/Tripoli" | "Africa/Tunis" | "Africa/Windhoek" | "America/Adak" | "America/Anchorage" | "America/Anguilla" | "America/Antigua" | "America/Araguaina" | "America/Argentina/La_Rioja" | "America/Argentina/Rio_Gallegos" | "America/Argentina/Salta" | "America/Argentina/San_Juan" | "America/Argentina/San_Luis" | "America/Argentina/Tucuman" | "America/Argentina/Ushuaia" | "America/Aruba" | "America/Asuncion" | "America/Bahia" | "America/Bahia_Banderas" | "America/Barbados" | "America/Belem" | "America/Belize" | "America/Blanc-Sablon" | "America/Boa_Vista" | "America/Bogota" | "America/Boise" | "America/Buenos_Aires" | "America/Cambridge_Bay" | "America/Campo_Grande" | "America/Cancun" | "America/Caracas" | "America/Catamarca" | "America/Cayenne" | "America/Cayman" | "America/Chicago" | "America/Chihuahua" | "America/Ciudad_Juarez" | "America/Coral_Harbour" | "America/Cordoba" | "America/Costa_Rica" | "America/Coyhaique" | "America/Creston" | "America/Cuiaba" | "America/Curacao" | "America/Danmarkshavn" | "America/Dawson" | "America/Dawson_Creek" | "America/Denver" | "America/Detroit" | "America/Dominica" | "America/Edmonton" | "America/Eirunepe" | "America/El_Salvador" | "America/Fort_Nelson" | "America/Fortaleza" | "America/Glace_Bay" | "America/Godthab" | "America/Goose_Bay" | "America/Grand_Turk" | "America/Grenada" | "America/Guadeloupe" | "America/Guatemala" | "America/Guayaquil" | "America/Guyana" | "America/Halifax" | "America/Havana" | "America/Hermosillo" | "America/Indiana/Knox" | "America/Indiana/Marengo" | "America/Indiana/Petersburg" | "America/Indiana/Tell_City" | "America/Indiana/Vevay" | "America/Indiana/Vincennes" | "America/Indiana/Winamac" | "America/Indianapolis" | "America/Inuvik" | "America/Iqaluit" | "America/Jamaica" | "America/Jujuy" | "America/Juneau" | "America/Kentucky/Monticello" | "America/Kralendijk" | "America/La_Paz" | "America/Lima" | "America/Los_Angeles" | "America/Louisville" | "America/Lower_Princes" | "America/Maceio" | "America/Managua" | "America/Manaus" | "America/Marigot" | "America/Martinique" | "America/Matamoros" | "America/Mazatlan" | "America/Mendoza" | "America/Menominee" | "America/Merida" | "America/Metlakatla" | "America/Mexico_City" | "America/Miquelon" | "America/Moncton" | "America/Monterrey" | "America/Montevideo" | "America/Montserrat" | "America/Nassau" | "America/New_York" | "America/Nome" | "America/Noronha" | "America/North_Dakota/Beulah" | "America/North_Dakota/Center" | "America/North_Dakota/New_Salem" | "America/Ojinaga" | "America/Panama" | "America/Paramaribo" | "America/Phoenix" | "America/Port-au-Prince" | "America/Port_of_Spain" | "America/Porto_Velho" | "America/Puerto_Rico" | "America/Punta_Arenas" | "America/Rankin_Inlet" | "America/Recife" | "America/Regina" | "America/Resolute" | "America/Rio_Branco" | "America/Santarem" | "America/Santiago" | "America/Santo_Domingo" | "America/Sao_Paulo" | "America/Scoresbysund" | "America/Sitka" | "America/St_Barthelemy" | "America/St_Johns" | "America/St_Kitts" | "America/St_Lucia" | "America/St_Thomas" | "America/St_Vincent" | "America/Swift_Current" | "America/Tegucigalpa" | "America/Thule" | "America/Tijuana" | "America/Toronto" | "America/Tortola" | "America/Vancouver" | "America/Whitehorse" | "America/Winnipeg" | "America/Yakutat" | "Antarctica/Casey" | "Antarctica/Davis" | "Antarctica/DumontDUrville" | "Antarctica/Macquarie" | "Antarctica/Mawson" | "Antarctica/McMurdo" | "Antarctica/Palmer" | "Antarctica/Rothera" | "Antarctica/Syowa" | "Antarctica/Troll" | "Antarctica/Vostok" | "Arctic/Longyearbyen" | "Asia/Aden" | "Asia/Almaty" | "Asia/Amman" | "Asia/Anadyr" | "Asia/Aqtau" | "Asia/Aqtobe" | "Asia/Ashgabat" | "Asia/Atyrau" | "Asia/Baghdad" | "Asia/Bahrain" | "Asia/Baku" | "Asia/Bangkok" | "Asia/Barnaul" | "Asia/Beirut" | "Asia/Bishkek" | "Asia/Brunei" | "Asia/Calcutta" | "Asia/Chita" | "Asia/Colombo" | "Asia/Damascus" | "Asia/Dhaka" | "Asia/Dili" | "Asia/Dubai" | "Asia/Dushanbe" | "Asia/Famagusta" | "Asia/Gaza" | "Asia/Hebron" | "Asia/Hong_Kong" | "Asia/Hovd" | "Asia/Irkutsk" | "Asia/Jakarta" | "Asia/Jayapura" | "Asia/Jerusalem" | "Asia/Kabul" | "Asia/Kamchatka" | "Asia/Karachi" | "Asia/Katmandu" | "Asia/Khandyga" | "Asia/Krasnoyarsk" | "Asia/Kuala_Lumpur" | "Asia/Kuching" | "Asia/Kuwait" | "Asia/Macau" | "Asia/Magadan" | "Asia/Makassar" | "Asia/Manila" | "Asia/Muscat" | "Asia/Nicosia" | "Asia/Novokuznetsk" | "Asia/Novosibirsk" | "Asia/Omsk" | "Asia/Oral" | "Asia/Phnom_Penh" | "Asia/Pontianak" | "Asia/Pyongyang" | "Asia/Qatar" | "Asia/Qostanay" | "Asia/Qyzylorda" | "Asia/Rangoon" | "Asia/Riyadh" | "Asia/Saigon" | "Asia/Sakhalin" | "Asia/Samarkand" | "Asia/Seoul" | "Asia/Shanghai" | "Asia/Singapore" | "Asia/Srednekolymsk" | "Asia/Taipei" | "Asia/Tashkent" | "Asia/Tbilisi" | "Asia/Tehran" | "Asia/Thimphu" | "Asia/Tokyo" | "Asia/Tomsk" | "Asia/Ulaanbaatar" | "Asia/Urumqi" | "Asia/Ust-Nera" | "Asia/Vientiane" | "Asia/Vladivostok" | "Asia/Yakutsk" | "Asia/Yekaterinburg" | "Asia/Yerevan" | "Atlantic/Azores" | "Atlantic/Bermuda" | "Atlantic/Canary" | "Atlantic/Cape_Verde" | "Atlantic/Faeroe" | "Atlantic/Madeira" | "Atlantic/Reykjavik" | "Atlantic/South_Georgia" | "Atlantic/St_Helena" | "Atlantic/Stanley" | "Australia/Adelaide" | "Australia/Brisbane" | "Australia/Broken_Hill" | "Australia/Darwin" | "Australia/Eucla" | "Australia/Hobart" | "Australia/Lindeman" | "Australia/Lord_Howe" | "Australia/Melbourne" | "Australia/Perth" | "Australia/Sydney" | "Europe/Amsterdam" | "Europe/Andorra" | "Europe/Astrakhan" | "Europe/Athens" | "Europe/Belgrade" | "Europe/Berlin" | "Europe/Bratislava" | "Europe/Brussels" | "Europe/Bucharest" | "Europe/Budapest" | "Europe/Busingen" | "Europe/Chisinau" | "Europe/Copenhagen" | "Europe/Dublin" | "Europe/Gibraltar" | "Europe/Guernsey" | "Europe/Helsinki" | "Europe/Isle_of_Man" | "Europe/Istanbul" | "Europe/Jersey" | "Europe/Kaliningrad" | "Europe/Kiev" | "Europe/Kirov" | "Europe/Lisbon" | "Europe/Ljubljana" | "Europe/London" | "Europe/Luxembourg" | "Europe/Madrid" | "Europe/Malta" | "Europe/Mariehamn" | "Europe/Minsk" | "Europe/Monaco" | "Europe/Moscow" | "Europe/Oslo" | "Europe/Paris" | "Europe/Podgorica" | "Europe/Prague" | "Europe/Riga" | "Europe/Rome" | "Europe/Samara" | "Europe/San_Marino" | "Europe/Sarajevo" | "Europe/Saratov" | "Europe/Simferopol" | "Europe/Skopje" | "Europe/Sofia" | "Europe/Stockholm" | "Europe/Tallinn" | "Europe/Tirane" | "Europe/Ulyanovsk" | "Europe/Vaduz" | "Europe/Vatican" | "Europe/Vienna" | "Europe/Vilnius" | "Europe/Volgograd" | "Europe/Warsaw" | "Europe/Zagreb" | "Europe/Zurich" | "Indian/Antananarivo" | "Indian/Chagos" | "Indian/Christmas" | "Indian/Cocos" | "Indian/Comoro" | "Indian/Kerguelen" | "Indian/Mahe" | "Indian/Maldives" | "Indian/Mauritius" | "Indian/Mayotte" | "Indian/Reunion" | "Pacific/Apia" | "Pacific/Auckland" | "Pacific/Bougainville" | "Pacific/Chatham" | "Pacific/Easter" | "Pacific/Efate" | "Pacific/Enderbury" | "Pacific/Fakaofo" | "Pacific/Fiji" | "Pacific/Funafuti" | "Pacific/Galapagos" | "Pacific/Gambier" | "Pacific/Guadalcanal" | "Pacific/Guam" | "Pacific/Honolulu" | "Pacific/Kiritimati" | "Pacific/Kosrae" | "Pacific/Kwajalein" | "Pacific/Majuro" | "Pacific/Marquesas" | "Pacific/Midway" | "Pacific/Nauru" | "Pacific/Niue" | "Pacific/Norfolk" | "Pacific/Noumea" | "Pacific/Pago_Pago" | "Pacific/Palau" | "Pacific/Pitcairn" | "Pacific/Ponape" | "Pacific/Port_Moresby" | "Pacific/Rarotonga" | "Pacific/Saipan" | "Pacific/Tahiti" | "Pacific/Tarawa" | "Pacific/Tongatapu" | "Pacific/Truk" | "Pacific/Wake" | "Pacific/Wallis";
  street?: string | null;
  city?: string | null;
  region?: string | null;
  postcode?: string | null;
  country?: "" | null | string;
};

export type BranchesUpdateOutput = {
  id: string;
  name: string;
  code: string;
  kind: string;
  parent: {
    id: string;
    name: string | null;
  } | null;
  manager: {
    id: string;
    name: string | null;
  } | null;
  time_zone: string | null;
  street: string | null;
  city: string | null;
  region: string | null;
  postcode: string | null;
  country: string | null;
  archived: boolean;
  created_at: string;
  updated_at: string;
  abilities: {
    update: {
      allowed: true;
    } | {
      allowed: false;
      reason: string;
      message: string;
    };
    remove: {
      allowed: true;
    } | {
      allowed: false;
      reason: string;
      message: string;
    };
  };
};

export type CarrierConnectionsCreateInput = {
  name: string;
  carrier: "dhl_express" | "dpd" | "fedex" | "gls" | "postnl" | "ups" | "usps" | "own_fleet" | "other";
  account?: string | null;
  active?: boolean | "true" | "false" | "";
  credentials?: string;
};

export type CarrierConnectionsCreateOutput = {
  id: string;
  name: string;
  carrier: string;
  account: string | null;
  active: boolean;
  credentials_set: boolean;
  test_mode: boolean;
  created_at: string;
  updated_at: string;
  abilities: {
    update: {
      allowed: true;
    } | {
      allowed: false;
      reason: string;
      message: string;
    };
    remove: {
      allowed: true;
    } | {
      allowed: false;
      reason: string;
      message: string;
    };
  };
};

export type CarrierConnectionsFindOutput = {
  id: string;
  name: string;
  carrier: string;
  account: string | null;
  active: boolean;
  credentials_set: boolean;
  test_mode: boolean;
  created_at: string;
  updated_at: string;
  abilities: {
    update: {
      allowed: true;
    } | {
      allowed: false;
      reason: string;
      message: string;
    };
    remove: {
      allowed: true;
    } | {
      allowed: false;
      reason: string;
      message: string;
    };
  };
};

export type CarrierConnectionsHistoryOutput = {
  data: {
    id: string;
    at: string;
    actor: string;
    action: "insert" | "update" | "delete";
    changes: {
      field: string;
      before: string | null;
      after: string | null;
    }[];
  }[];
  next_cursor: null;
};

export type CarrierConnectionsListOutput = {
  data: {
    id: string;
    name: string;
    carrier: string;
    account: string | null;
    active: boolean;
    credentials_set: boolean;
    test_mode: boolean;
    created_at: string;
    updated_at: string;
    abilities: {
      update: {
        allowed: true;
      } | {
        allowed: false;
        reason: string;
        message: string;
      };
      remove: {
        allowed: true;
      } | {
        allowed: false;
        reason: string;
        message: string;
      };
    };
  }[];
  next_cursor: string | null;
};

export type CarrierConnectionsRemoveOutput = {
  id: string;
  name: string;
};

export type CarrierConnectionsUpdateInput = {
  name?: string;
  carrier?: "dhl_express" | "dpd" | "fedex" | "gls" | "postnl" | "ups" | "usps" | "own_fleet" | "other";
  account?: string | null;
  active?: boolean | "true" | "false" | "";
  credentials?: string;
};

export type CarrierConnectionsUpdateOutput = {
  id: string;
  name: string;
  carrier: string;
  account: string | null;
  active: boolean;
  credentials_set: boolean;
  test_mode: boolean;
  created_at: string;
  updated_at: string;
  abilities: {
    update: {
      allowed: true;
    } | {
      allowed: false;
      reason: string;
      message: string;
    };
    remove: {
      allowed: true;
    } | {
      allowed: false;
      reason: string;
      message: string;
    };
  };
};

export type CustomersCreateInput = {
  name: string;
  kind: "company" | "person";
  email?: string | null;
  phone?: string | null;
  branch_id?: "" | null | string;
  tax_id?: string | null;
  notes?: string | null;
};

export type CustomersCreateOutput = {
  id: string;
  name: string;
  kind: string;
  email: string | null;
  phone: string | null;
  branch: {
    id: string;
    name: string | null;
  } | null;
  tax_id: string | null;
  notes: string | null;
  test_mode: boolean;
  created_at: string;
  updated_at: string;
  abilities: {
    update: {
      allowed: true;
    } | {
      allowed: false;
      reason: string;
      message: string;
    };
    remove: {
      allowed: true;
    } | {
      allowed: false;
      reason: string;
      message: string;
    };
  };
};

export type CustomersFindOutput = {
  id: string;
  name: string;
  kind: string;
  email: string | null;
  phone: string | null;
  branch: {
    id: string;
    name: string | null;
  } | null;
  tax_id: string | null;
  notes: string | null;
  test_mode: boolean;
  created_at: string;
  updated_at: string;
  abilities: {
    update: {
      allowed: true;
    } | {
      allowed: false;
      reason: string;
      message: string;
    };
    remove: {
      allowed: true;
    } | {
      allowed: false;
      reason: string;
      message: string;
    };
  };
};

export type CustomersHistoryOutput = {
  data: {
    id: string;
    at: string;
    actor: string;
    action: "insert" | "update" | "delete";
    changes: {
      field: string;
      before: string | null;
      after: string | null;
    }[];
  }[];
  next_cursor: null;
};

export type CustomersListOutput = {
  data: {
    id: string;
    name: string;
    kind: string;
    email: string | null;
    phone: string | null;
    branch: {
      id: string;
      name: string | null;
    } | null;
    tax_id: string | null;
    notes: string | null;
    test_mode: boolean;
    created_at: string;
    updated_at: string;
    abilities: {
      update: {
        allowed: true;
      } | {
        allowed: false;
        reason: string;
        message: string;
      };
      remove: {
        allowed: true;
      } | {
        allowed: false;
        reason: string;
        message: string;
      };
    };
  }[];
  next_cursor: string | null;
};

export type CustomersMoveInput = {
  ids: string[];
  branch_id: "" | string | null;
};

export type CustomersMoveOutput = {
  moved: number;
};

export type CustomersRemoveOutput = {
  id: string;
  name: string;
};

export type CustomersUpdateInput = {
  name?: string;
  kind?: "company" | "person";
  email?: string | null;
  phone?: string | null;
  tax_id?: string | null;
  notes?: string | null;
};

export type CustomersUpdateOutput = {
  id: string;
  name: string;
  kind: string;
  email: string | null;
  phone: string | null;
  branch: {
    id: string;
    name: string | null;
  } | null;
  tax_id: string | null;
  notes: string | null;
  test_mode: boolean;
  created_at: string;
  updated_at: string;
  abilities: {
    update: {
      allowed: true;
    } | {
      allowed: false;
      reason: string;
      message: string;
    };
    remove: {
      allowed: true;
    } | {
      allowed: false;
      reason: string;
      message: string;
    };
  };
};

export type DelegationsChoicesOutput = {
  data: {
    id: string;
    name: string;
    email: string;
  }[];
  next_cursor: null;
};

export type DelegationsCreateInput = {
  to: string;
  from: string;
  until: string;
  note?: string;
};

export type DelegationsCreateOutput = {
  id: string;
};

export type DelegationsEndOutput = Record<string, never>;

export type DelegationsLendInput = {
  to: string;
  permissions: ("organization.view" | "orders.view" | "shipments.view" | "trackers.view" | "routes.view" | "orders.create" | "orders.update" | "orders.cancel" | "shipments.create" | "shipments.update" | "shipments.cancel" | "trackers.manage" | "customers.view" | "addresses.view" | "customers.manage" | "addresses.manage" | "assets.view" | "pieces.view" | "assets.manage" | "pieces.manage" | "members.invite" | "members.set_flags" | "shipments.import" | "data.import" | "registrations.view" | "invitations.view" | "invitations.revoke" | "roles.view" | "branches.view" | "settings.view" | "keys.view" | "webhooks.view" | "events.view" | "usage.view" | "activity.view" | "delegations.manage" | "routes.view_own" | "purchases.approve" | "invoices.approve" | "routes.manage" | "drivers.assign" | "deliveries.prove" | "location.report" | "registrations.decide" | "members.view" | "members.manage" | "members.set_role" | "roles.manage" | "branches.manage" | "settings.manage" | "branding.manage" | "domains.manage" | "carriers.manage" | "webhooks.manage" | "keys.manage" | "logs.view" | "audit.view" | "audit.export" | "sso.manage" | "channels.manage" | "templates.manage" | "catalog.contribute" | "shares.manage" | "billing.manage" | "data.export" | "organization.transfer" | "organization.delete")[];
  until: string;
  note?: string;
  /** The acting person's password, where they have no second factor. */
  password?: string;
  /** A code from the acting person's authenticator app, or a recovery code. */
  factor_code?: string;
};

export type DelegationsLendOutput = {
  id: string;
};

export type DelegationsListOutput = {
  data: {
    id: string;
    from: {
      id: string;
      name: string;
    };
    to: {
      id: string;
      name: string;
    };
    stand_in: boolean;
    permissions: string[];
    starts_at: string;
    ends_at: string;
    note: string | null;
    live: boolean;
    mine: boolean;
    for_me: boolean;
    may_end: boolean;
  }[];
  next_cursor: null;
};

export type DeliveriesFindOutput = {
  id: string;
  webhook: string;
  event: string;
  event_id: string;
  state: "waiting" | "sending" | "delivered" | "failed";
  attempts: number;
  next_try_at: string | null;
  last_status: number | null;
  last_error: string | null;
  created_at: string;
  finished_at: string | null;
  request: {
    headers: Record<string, string>;
    /** Null where you may not see such records, or it is gone. */
    body: string | null;
  };
  tries: {
    number: number;
    at: string;
    url: string;
    milliseconds: number;
    status: number | null;
    error: string | null;
    /** Its first 2,048 characters, without what looks like a secret. Null with the body. */
    answer: string | null;
  }[];
};

export type DeliveriesListOutput = {
  data: {
    id: string;
    webhook: string;
    event: string;
    event_id: string;
    state: "waiting" | "sending" | "delivered" | "failed";
    attempts: number;
    next_try_at: string | null;
    last_status: number | null;
    last_error: string | null;
    created_at: string;
    finished_at: string | null;
  }[];
  next_cursor: string | null;
};

export type DeliveriesReplayOutput = Record<string, never>;

export type EventsFindOutput = {
  id: string;
  type: string;
  karrio_type: string | null;
  /** The record as it stood. Null where you may not see records of this kind. */
  data: Record<string, unknown> | null;
  test_mode: boolean;
  created_at: string;
};

export type EventsListOutput = {
  data: {
    id: string;
    type: string;
    karrio_type: string | null;
    /** The record as it stood. Null where you may not see records of this kind. */
    data: Record<string, unknown> | null;
    test_mode: boolean;
    created_at: string;
  }[];
  next_cursor: string | null;
};

export type EventsTypesOutput = {
  data: {
    type: string;
    karrio_type: string | null;
    of: string;
    /** Whether you may see what it carries. */
    seen: boolean;
    sample: Record<string, unknown>;
  }[];
};

export type GroupAcceptInput = {
  figures?: ("members" | "requests" | "invitations" | "shipments" | "orders")[];
  roles?: string[];
  /** The acting person's password, where they have no second factor. */
  password?: string;
  /** A code from the acting person's authenticator app, or a recovery code. */
  factor_code?: string;
};

export type GroupAcceptOutput = Record<string, never>;

export type GroupAssignInput = {
  members: string[];
  targets: {
    id: string;
    role: string;
  }[];
  /** The acting person's password, where they have no second factor. */
  password?: string;
  /** A code from the acting person's authenticator app, or a recovery code. */
  factor_code?: string;
};

export type GroupAssignOutput = {
  done: boolean;
  results: {
    id: string;
    fault: "not_in_group" | "not_active" | "role_not_agreed" | "role_grew" | "above_own_rights" | null;
    joined: number;
    already: number;
  }[];
};

export type GroupAssignmentsOutput = {
  data: {
    member: string;
    id: string;
    name: string;
    role: string;
  }[];
  next_cursor: null;
};

export type GroupEndOutput = Record<string, never>;

export type GroupRequestInput = {
  slug: string;
  note?: string;
};

export type GroupRequestOutput = {
  id: string;
  slug: string;
};

export type GroupShareInput = {
  figures?: ("members" | "requests" | "invitations" | "shipments" | "orders")[];
  roles?: string[];
  /** The acting person's password, where they have no second factor. */
  password?: string;
  /** A code from the acting person's authenticator app, or a recovery code. */
  factor_code?: string;
};

export type GroupShareOutput = Record<string, never>;

export type GroupTakeBackInput = {
  member: string;
  links: string[];
};

export type GroupTakeBackOutput = {
  done: boolean;
  results: {
    id: string;
    fault: "not_in_group" | "not_active" | "not_assigned" | "is_owner" | "holds_more" | "above_own_rights" | null;
  }[];
};

export type GroupViewOutput = {
  parent: {
    id: string;
    name: string;
    slug: string;
    figures: ("members" | "requests" | "invitations" | "shipments" | "orders")[];
    roles: {
      key: string;
      name: string;
    }[];
    since: string;
    accepted_by: string;
  } | null;
  asked_us: {
    id: string;
    slug: string;
    note: string;
    by: string;
    at: string;
    name: string;
  }[];
  asked: {
    id: string;
    slug: string;
    note: string;
    by: string;
    at: string;
  }[];
  children: {
    id: string;
    name: string;
    slug: string;
    state: "active" | "suspended";
    since: string;
    roles: {
      key: string;
      name: string;
    }[];
    figures: Record<string, number>;
  }[];
};

export type ImportsCancelOutput = {
  id: string;
};

export type ImportsConfirmOutput = {
  id: string;
};

export type ImportsFaultsOutput = {
  header: string[];
  rows: {
    line: number;
    faults: {
      column: string;
      message: string;
    }[];
    cells: string[];
  }[];
  next: string | null;
};

export type ImportsFindOutput = {
  id: string;
  list: "shipments" | "orders" | "pieces" | "customers" | "addresses" | "products" | "parcels" | "assets" | "branches" | "carrier_connections" | "templates";
  name: string;
  starter: string;
  phase: "checking" | "checked" | "writing" | "done" | "cancelled" | "failed";
  taken: number;
  total: number | null;
  good: number;
  faulty: number;
  problem: string | null;
  created_at: string;
  finished_at: string | null;
  header: string[];
  ignored: string[];
  faults: {
    line: number;
    faults: {
      column: string;
      message: string;
    }[];
  }[];
};

export type ImportsRecentOutput = {
  data: {
    id: string;
    list: "shipments" | "orders" | "pieces" | "customers" | "addresses" | "products" | "parcels" | "assets" | "branches" | "carrier_connections" | "templates";
    name: string;
    starter: string;
    phase: "checking" | "checked" | "writing" | "done" | "cancelled" | "failed";
    taken: number;
    total: number | null;
    good: number;
    faulty: number;
    problem: string | null;
    created_at: string;
    finished_at: string | null;
  }[];
  next_cursor: null;
};

export type InvitationsAcceptMineOutput = {
  slug: string;
  name: string;
  joined: boolean;
};

export type InvitationsCreateCodeInput = {
  role?: string;
  note?: string;
  branches?: string[];
  /** The acting person's password, where they have no second factor. */
  password?: string;
  /** A code from the acting person's authenticator app, or a recovery code. */
  factor_code?: string;
};

export type InvitationsCreateCodeOutput = {
  id: string;
  /** Shown once: null where a request with the same Idempotency-Key comes again. */
  code: string | null;
  /** Shown once: null where a request with the same Idempotency-Key comes again. */
  link: string | null;
};

export type InvitationsCreateInput = {
  emails: string[];
  role?: string;
  note?: string;
  branches?: string[];
  /** The acting person's password, where they have no second factor. */
  password?: string;
  /** A code from the acting person's authenticator app, or a recovery code. */
  factor_code?: string;
};

export type InvitationsCreateOutput = {
  data: {
    email: string;
    id: string | null;
    outcome: "created" | "already_member" | "already_invited";
  }[];
};

export type InvitationsListOutput = {
  data: {
    id: string;
    kind: "link" | "code";
    email: string | null;
    role_key: string;
    role_name: string;
    note: string | null;
    branches: {
      id: string;
      name: string;
    }[] | null;
    invited_by_name: string | null;
    created_at: string;
    expires_at: string;
    state: "sent" | "opened" | "accepted" | "revoked" | "expired";
    state_at: string;
    accepted_by: string | null;
    accepted_by_name: string | null;
    revoked_by_name: string | null;
    resent: number;
  }[];
  next_cursor: string | null;
};

export type InvitationsMineOutput = {
  data: {
    id: string;
    organization: string;
    slug: string;
    role: string;
    inviter: string | null;
    note: string | null;
    expires_at: string;
  }[];
  next_cursor: null;
};

export type InvitationsResendOutput = {
  id: string;
  /** Shown once: null where a request with the same Idempotency-Key comes again. */
  code: string | null | null;
  link: string | null;
};

export type InvitationsRevokeOutput = {
  id: string;
};

export type KeyPolicyReadOutput = {
  when_maker_leaves: "end" | "stay";
};

export type KeyPolicyUpdateInput = {
  when_maker_leaves: "end" | "stay";
  /** The acting person's password, where they have no second factor. */
  password?: string;
  /** A code from the acting person's authenticator app, or a recovery code. */
  factor_code?: string;
};

export type KeyPolicyUpdateOutput = Record<string, never>;

export type KeysCreateInput = {
  label: string;
  /** Without it the key reads all that you may read. */
  scopes?: {
    orders?: "none" | "read" | "write";
    shipments?: "none" | "read" | "write";
    customers?: "none" | "read" | "write";
    addresses?: "none" | "read" | "write";
    assets?: "none" | "read" | "write";
    pieces?: "none" | "read" | "write";
    carriers?: "none" | "read" | "write";
    templates?: "none" | "read" | "write";
    data?: "none" | "read" | "write";
    members?: "none" | "read" | "write";
    registrations?: "none" | "read" | "write";
    invitations?: "none" | "read" | "write";
    roles?: "none" | "read" | "write";
    delegations?: "none" | "read" | "write";
    branches?: "none" | "read" | "write";
    settings?: "none" | "read" | "write";
    branding?: "none" | "read" | "write";
    activity?: "none" | "read" | "write";
    usage?: "none" | "read" | "write";
    events?: "none" | "read" | "write";
    webhooks?: "none" | "read" | "write";
    logs?: "none" | "read" | "write";
    audit?: "none" | "read" | "write";
    keys?: "none" | "read" | "write";
  };
  /** Which records it works with; without it those of this request. */
  mode?: "live" | "test";
  expires?: "30" | "90" | "custom" | "none";
  expires_on?: "" | string;
  /** The acting person's password, where they have no second factor. */
  password?: string;
  /** A code from the acting person's authenticator app, or a recovery code. */
  factor_code?: string;
};

export type KeysCreateOutput = {
  id: string;
  label: string;
  /** Shown once: null where a request with the same Idempotency-Key comes again. */
  key: string | null;
  expires_at: string | null;
};

export type KeysListOutput = {
  data: {
    id: string;
    label: string;
    prefix: string;
    last4: string;
    mode: "live" | "test";
    /** Levels by resource; null: all that its maker held. */
    scopes: Record<string, "read" | "write"> | null;
    created_by: string | null;
    creator_left: boolean;
    created_at: string;
    expires_at: string | null;
    revoked_at: string | null;
    last_used_at: string | null;
    last_used_address: string | null;
    /** `replaced`: it was rotated and works until `expires_at`; the last three tell why it ended. */
    state: "active" | "replaced" | "expired" | "revoked" | "rotated" | "maker_left";
    /** It works, and nobody used it for a long time. */
    unused: boolean;
  }[];
  next_cursor: string | null;
};

export type KeysRevokeInput = {
  /** The acting person's password, where they have no second factor. */
  password?: string;
  /** A code from the acting person's authenticator app, or a recovery code. */
  factor_code?: string;
};

export type KeysRevokeOutput = Record<string, never>;

export type KeysRotateInput = {
  overlap_hours?: number;
  /** The acting person's password, where they have no second factor. */
  password?: string;
  /** A code from the acting person's authenticator app, or a recovery code. */
  factor_code?: string;
};

export type KeysRotateOutput = {
  id: string;
  label: string;
  /** Shown once: null where a request with the same Idempotency-Key comes again. */
  key: string | null;
  expires_at: string | null;
};

export type KeysRotateOwnInput = {
  overlap_hours?: number;
};

export type KeysRotateOwnOutput = {
  id: string;
  label: string;
  /** Shown once: null where a request with the same Idempotency-Key comes again. */
  key: string | null;
  expires_at: string | null;
};

export type LogoRemoveInput = {
  theme?: "light" | "dark";
};

export type LogoRemoveOutput = Record<string, never>;

export type LogsFindOutput = {
  id: string;
  number: number;
  at: string;
  method: string;
  path: string;
  status: number;
  error: string | null;
  milliseconds: number;
  caller: {
    kind: "key" | "session" | "token" | "support";
    /** The key's id, or the member's. */
    id: string | null;
    name: string;
  };
  address: string | null;
  request_id: string | null;
  test_mode: boolean;
  query: string;
  host: string;
  operations: string[];
  agent: string | null;
  headers: Record<string, string>;
  entities: string[];
  /** False where you may not do what was called; the bodies are then left out. */
  bodies_seen: boolean;
  request: {
    /** JSON, with secrets masked; longer ones are cut, with a mark. */
    text: string | null;
    bytes: number;
  };
  response: {
    /** JSON, with secrets masked; longer ones are cut, with a mark. */
    text: string | null;
    bytes: number;
  };
  /** How many audit entries the call left. */
  changes: number;
};

export type LogsListOutput = {
  data: {
    id: string;
    number: number;
    at: string;
    method: string;
    path: string;
    status: number;
    error: string | null;
    milliseconds: number;
    caller: {
      kind: "key" | "session" | "token" | "support";
      /** The key's id, or the member's. */
      id: string | null;
      name: string;
    };
    address: string | null;
    request_id: string | null;
    test_mode: boolean;
  }[];
  next_cursor: string | null;
};

export type LogsRetentionOutput = {
  days: number;
};

export type LogsSetRetentionInput = {
  days: number;
};

export type LogsSetRetentionOutput = {
  days: number;
};

export type LookReadOutput = {
  id: string;
  name: string;
  slug: string;
  accent: string | null;
  logo_file: string | null;
  logo_dark_file: string | null;
  publicly_visible: boolean;
};

export type LookSetVisibilityInput = {
  publicly_visible: boolean;
};

export type LookSetVisibilityOutput = Record<string, never>;

export type LookUpdateInput = {
  accent: string | null;
};

export type LookUpdateOutput = Record<string, never>;

export type MeDefaultOrganizationOutput = {
  organization_id: string | null;
};

export type MeSetDefaultOrganizationInput = {
  organization_id: string;
};

export type MeSetDefaultOrganizationOutput = Record<string, never>;

export type MeViewAccountOutput = {
  id: string;
  name: string;
  email: string;
  time_zone: string;
  created_at: string;
  organizations: {
    id: string;
    slug: string;
    name: string;
    state: string;
    role_key: string;
    role_name: string;
  }[];
};

export type MeViewOutput = {
  kind: "person";
  id: string;
  name: string;
  email: string;
  role_key: string;
  role_name: string;
  is_owner: boolean;
  joined_at: string;
  organization: {
    id: string;
    slug: string;
    name: string;
  };
  permissions: string[];
} | {
  kind: "key";
  id: string;
  name: string;
  organization: {
    id: string;
    slug: string;
    name: string;
  };
  permissions: string[];
};

export type MembersActivityOutput = {
  data: {
    id: string;
    at: string;
    operation: string;
    record_type: string;
    action: string;
    actor_label: string | null;
    title: string;
    by_member: boolean;
  }[];
  next_cursor: null;
};

export type MembersBranchesOutput = {
  everywhere: boolean;
  branches: {
    branch: {
      id: string;
      name: string;
    };
    role: string | null;
    role_name: string | null;
  }[];
};

export type MembersCountOutput = {
  members: number | null;
  invitations: number | null;
  requests: number | null;
};

export type MembersEndSessionOutput = {
  ended: number;
};

export type MembersEndSessionsOutput = {
  ended: number;
};

export type MembersFindOutput = {
  id: string;
  name: string;
  email: string;
  role_key: string;
  role_name: string;
  flags: string[];
  status: "active" | "suspended";
  second_factor: boolean;
  origin: string;
  joined_at: string;
  last_active_at: string | null;
  everywhere: boolean;
  branches: {
    id: string;
    name: string;
  }[];
  self: boolean;
  abilities: {
    set_role: {
      allowed: true;
    } | {
      allowed: false;
      reason: string;
      message: string;
    };
    set_flags: {
      allowed: true;
    } | {
      allowed: false;
      reason: string;
      message: string;
    };
    suspend: {
      allowed: true;
    } | {
      allowed: false;
      reason: string;
      message: string;
    };
    restore: {
      allowed: true;
    } | {
      allowed: false;
      reason: string;
      message: string;
    };
    remove: {
      allowed: true;
    } | {
      allowed: false;
      reason: string;
      message: string;
    };
  };
  invited_by: {
    id: string;
    name: string;
  } | null;
};

export type MembersListOutput = {
  data: {
    id: string;
    name: string;
    email: string;
    role_key: string;
    role_name: string;
    flags: string[];
    status: "active" | "suspended";
    second_factor: boolean;
    origin: string;
    joined_at: string;
    last_active_at: string | null;
    everywhere: boolean;
    branches: {
      id: string;
      name: string;
    }[];
    self: boolean;
    abilities: {
      set_role: {
        allowed: true;
      } | {
        allowed: false;
        reason: string;
        message: string;
      };
      set_flags: {
        allowed: true;
      } | {
        allowed: false;
        reason: string;
        message: string;
      };
      suspend: {
        allowed: true;
      } | {
        allowed: false;
        reason: string;
        message: string;
      };
      restore: {
        allowed: true;
      } | {
        allowed: false;
        reason: string;
        message: string;
      };
      remove: {
        allowed: true;
      } | {
        allowed: false;
        reason: string;
        message: string;
      };
    };
  }[];
  next_cursor: string | null;
};

export type MembersRemoveOutput = {
  id: string;
  name: string;
};

export type MembersResetFactorInput = {
  /** The acting person's password, where they have no second factor. */
  password?: string;
  /** A code from the acting person's authenticator app, or a recovery code. */
  factor_code?: string;
};

export type MembersResetFactorOutput = Record<string, never>;

export type MembersRestoreInput = {
  /** The acting person's password, where they have no second factor. */
  password?: string;
  /** A code from the acting person's authenticator app, or a recovery code. */
  factor_code?: string;
};

export type MembersRestoreOutput = {
  id: string;
  name: string;
  email: string;
  role_key: string;
  role_name: string;
  flags: string[];
  status: "active" | "suspended";
  second_factor: boolean;
  origin: string;
  joined_at: string;
  last_active_at: string | null;
  everywhere: boolean;
  branches: {
    id: string;
    name: string;
  }[];
  self: boolean;
  abilities: {
    set_role: {
      allowed: true;
    } | {
      allowed: false;
      reason: string;
      message: string;
    };
    set_flags: {
      allowed: true;
    } | {
      allowed: false;
      reason: string;
      message: string;
    };
    suspend: {
      allowed: true;
    } | {
      allowed: false;
      reason: string;
      message: string;
    };
    restore: {
      allowed: true;
    } | {
      allowed: false;
      reason: string;
      message: string;
    };
    remove: {
      allowed: true;
    } | {
      allowed: false;
      reason: string;
      message: string;
    };
  };
};

export type MembersRoleChoicesOutput = {
  data: {
    key: string;
    name: string;
    description: string;
    givable: boolean;
    is_default: boolean;
  }[];
  next_cursor: null;
};

export type MembersSetBranchesInput = {
  everywhere: boolean | "true" | "false";
  branches?: {
    branch: string;
    role?: string | null;
  }[];
  /** The acting person's password, where they have no second factor. */
  password?: string;
  /** A code from the acting person's authenticator app, or a recovery code. */
  factor_code?: string;
};

export type MembersSetBranchesOutput = {
  everywhere: boolean;
  branches: {
    branch: {
      id: string;
      name: string;
    };
    role: string | null;
    role_name: string | null;
  }[];
};

export type MembersSetFlagsInput = {
  flags?: ("view_orders" | "act_orders" | "view_customers" | "act_customers" | "view_assets" | "act_assets" | "send_invites" | "manage_permissions")[];
};

export type MembersSetFlagsOutput = {
  id: string;
  name: string;
  email: string;
  role_key: string;
  role_name: string;
  flags: string[];
  status: "active" | "suspended";
  second_factor: boolean;
  origin: string;
  joined_at: string;
  last_active_at: string | null;
  everywhere: boolean;
  branches: {
    id: string;
    name: string;
  }[];
  self: boolean;
  abilities: {
    set_role: {
      allowed: true;
    } | {
      allowed: false;
      reason: string;
      message: string;
    };
    set_flags: {
      allowed: true;
    } | {
      allowed: false;
      reason: string;
      message: string;
    };
    suspend: {
      allowed: true;
    } | {
      allowed: false;
      reason: string;
      message: string;
    };
    restore: {
      allowed: true;
    } | {
      allowed: false;
      reason: string;
      message: string;
    };
    remove: {
      allowed: true;
    } | {
      allowed: false;
      reason: string;
      message: string;
    };
  };
};

export type MembersSetRoleInput = {
  role: string;
  /** The acting person's password, where they have no second factor. */
  password?: string;
  /** A code from the acting person's authenticator app, or a recovery code. */
  factor_code?: string;
};

export type MembersSetRoleOutput = {
  id: string;
  name: string;
  email: string;
  role_key: string;
  role_name: string;
  flags: string[];
  status: "active" | "suspended";
  second_factor: boolean;
  origin: string;
  joined_at: string;
  last_active_at: string | null;
  everywhere: boolean;
  branches: {
    id: string;
    name: string;
  }[];
  self: boolean;
  abilities: {
    set_role: {
      allowed: true;
    } | {
      allowed: false;
      reason: string;
      message: string;
    };
    set_flags: {
      allowed: true;
    } | {
      allowed: false;
      reason: string;
      message: string;
    };
    suspend: {
      allowed: true;
    } | {
      allowed: false;
      reason: string;
      message: string;
    };
    restore: {
      allowed: true;
    } | {
      allowed: false;
      reason: string;
      message: string;
    };
    remove: {
      allowed: true;
    } | {
      allowed: false;
      reason: string;
      message: string;
    };
  };
};

export type MembersSignInOutput = {
  ways: string[];
  sessions: {
    id: string;
    current: boolean;
    method: string;
    device: string;
    address: string | null;
    created_at: string;
    last_used_at: string;
  }[];
};

export type MembersSuspendOutput = {
  id: string;
  name: string;
  email: string;
  role_key: string;
  role_name: string;
  flags: string[];
  status: "active" | "suspended";
  second_factor: boolean;
  origin: string;
  joined_at: string;
  last_active_at: string | null;
  everywhere: boolean;
  branches: {
    id: string;
    name: string;
  }[];
  self: boolean;
  abilities: {
    set_role: {
      allowed: true;
    } | {
      allowed: false;
      reason: string;
      message: string;
    };
    set_flags: {
      allowed: true;
    } | {
      allowed: false;
      reason: string;
      message: string;
    };
    suspend: {
      allowed: true;
    } | {
      allowed: false;
      reason: string;
      message: string;
    };
    restore: {
      allowed: true;
    } | {
      allowed: false;
      reason: string;
      message: string;
    };
    remove: {
      allowed: true;
    } | {
      allowed: false;
      reason: string;
      message: string;
    };
  };
};

export type Nothing = Record<string, never>;

export type NoticesArchiveInput = {
  ids: string[];
  archived?: boolean;
};

export type NoticesArchiveOutput = {
  marked: number;
};

export type NoticesChooseInput = {
  choices: {
    kind: "registration.waiting" | "registration.due" | "registration.escalated" | "registration.lapsed" | "delegation" | "member_joined" | "webhook.disabled" | "plan.limit" | "permission.asked" | "ownership" | "group" | "support" | "retention" | "registration.approved";
    in_app: boolean;
    mail: "now" | "digest" | "off";
  }[];
};

export type NoticesChooseOutput = Record<string, never>;

export type NoticesListOutput = {
  data: {
    id: string;
    kind: string;
    title: string;
    body: string | null;
    path: string | null;
    read_at: string | null;
    archived_at: string | null;
    created_at: string;
    request: {
      id: string;
      state: "pending" | "approved" | "rejected";
      closed_as: "rejected" | "withdrawn" | "overdue" | "taken_back" | null;
    } | null;
  }[];
  next_cursor: string | null;
};

export type NoticesMarkAllReadOutput = {
  marked: number;
};

export type NoticesMarkReadInput = {
  ids: string[];
};

export type NoticesMarkReadOutput = {
  marked: number;
};

export type NoticesPreferencesOutput = {
  data: {
    kind: "registration.waiting" | "registration.due" | "registration.escalated" | "registration.lapsed" | "delegation" | "member_joined" | "webhook.disabled" | "plan.limit" | "permission.asked" | "ownership" | "group" | "support" | "retention" | "registration.approved";
    in_app: boolean;
    mail: "now" | "digest" | "off";
    choosable: boolean;
  }[];
  next_cursor: null;
};

export type OrdersCancelOutput = {
  id: string;
  reference: string;
  status: string;
};

export type OrdersConfirmOutput = {
  id: string;
  reference: string;
  status: string;
};

export type OrdersCreateInput = {
  reference?: string | null;
  customer_id?: "" | null | string;
  channel: "web" | "phone" | "email" | "counter" | "api";
  branch_id?: "" | null | string;
  placed_on?: "" | string | null;
  shipping_to?: {
    name: string;
    company?: string;
    street: string;
    extra?: string;
    city: string;
    region?: string;
    postcode?: string;
    country: string;
    phone?: string;
    email?: "" | string;
  } | null;
  shipping_from?: {
    name: string;
    company?: string;
    street: string;
    extra?: string;
    city: string;
    region?: string;
    postcode?: string;
    country: string;
    phone?: string;
    email?: "" | string;
  } | null;
  billing_address?: {
    name: string;
    company?: string;
    street: string;
    extra?: string;
    city: string;
    region?: string;
    postcode?: string;
    country: string;
    phone?: string;
    email?: "" | string;
  } | null;
  notes?: string | null;
  lines: {
    product_id?: "" | null | string;
    description: string;
    quantity: number;
    /** An integer in the minor unit of the currency, or text in its major unit such as 12.50. */
    price?: number | string | null;
  }[];
  currency?: string;
};

export type OrdersCreateOutput = {
  id: string;
  reference: string | null;
  status: string;
  customer: {
    id: string;
    name: string | null;
  } | null;
  channel: string;
  branch: {
    id: string;
    name: string | null;
  } | null;
  placed_on: string | null;
  total: number;
  shipping_to: {
    name: string;
    company: string;
    street: string;
    extra: string;
    city: string;
    region: string;
    postcode: string;
    country: string;
    phone: string;
    email: string;
  } | null;
  shipping_from: {
    name: string;
    company: string;
    street: string;
    extra: string;
    city: string;
    region: string;
    postcode: string;
    country: string;
    phone: string;
    email: string;
  } | null;
  billing_address: {
    name: string;
    company: string;
    street: string;
    extra: string;
    city: string;
    region: string;
    postcode: string;
    country: string;
    phone: string;
    email: string;
  } | null;
  notes: string | null;
  currency: string;
  test_mode: boolean;
  created_at: string;
  updated_at: string;
  abilities: {
    update: {
      allowed: true;
    } | {
      allowed: false;
      reason: string;
      message: string;
    };
    remove: {
      allowed: true;
    } | {
      allowed: false;
      reason: string;
      message: string;
    };
  };
  lines: {
    product: {
      id: string;
      name: string | null;
    } | null;
    description: string;
    quantity: number;
    price: number;
  }[];
};

export type OrdersFindOutput = {
  id: string;
  reference: string | null;
  status: string;
  customer: {
    id: string;
    name: string | null;
  } | null;
  channel: string;
  branch: {
    id: string;
    name: string | null;
  } | null;
  placed_on: string | null;
  total: number;
  shipping_to: {
    name: string;
    company: string;
    street: string;
    extra: string;
    city: string;
    region: string;
    postcode: string;
    country: string;
    phone: string;
    email: string;
  } | null;
  shipping_from: {
    name: string;
    company: string;
    street: string;
    extra: string;
    city: string;
    region: string;
    postcode: string;
    country: string;
    phone: string;
    email: string;
  } | null;
  billing_address: {
    name: string;
    company: string;
    street: string;
    extra: string;
    city: string;
    region: string;
    postcode: string;
    country: string;
    phone: string;
    email: string;
  } | null;
  notes: string | null;
  currency: string;
  test_mode: boolean;
  created_at: string;
  updated_at: string;
  abilities: {
    update: {
      allowed: true;
    } | {
      allowed: false;
      reason: string;
      message: string;
    };
    remove: {
      allowed: true;
    } | {
      allowed: false;
      reason: string;
      message: string;
    };
  };
  lines: {
    product: {
      id: string;
      name: string | null;
    } | null;
    description: string;
    quantity: number;
    price: number;
  }[];
};

export type OrdersFulfilOutput = {
  id: string;
  reference: string;
  status: string;
};

export type OrdersHistoryOutput = {
  data: {
    id: string;
    at: string;
    actor: string;
    action: "insert" | "update" | "delete";
    changes: {
      field: string;
      before: string | null;
      after: string | null;
    }[];
  }[];
  next_cursor: null;
};

export type OrdersListOutput = {
  data: {
    id: string;
    reference: string | null;
    status: string;
    customer: {
      id: string;
      name: string | null;
    } | null;
    channel: string;
    branch: {
      id: string;
      name: string | null;
    } | null;
    placed_on: string | null;
    total: number;
    shipping_to: {
      name: string;
      company: string;
      street: string;
      extra: string;
      city: string;
      region: string;
      postcode: string;
      country: string;
      phone: string;
      email: string;
    } | null;
    shipping_from: {
      name: string;
      company: string;
      street: string;
      extra: string;
      city: string;
      region: string;
      postcode: string;
      country: string;
      phone: string;
      email: string;
    } | null;
    billing_address: {
      name: string;
      company: string;
      street: string;
      extra: string;
      city: string;
      region: string;
      postcode: string;
      country: string;
      phone: string;
      email: string;
    } | null;
    notes: string | null;
    currency: string;
    test_mode: boolean;
    created_at: string;
    updated_at: string;
    abilities: {
      update: {
        allowed: true;
      } | {
        allowed: false;
        reason: string;
        message: string;
      };
      remove: {
        allowed: true;
      } | {
        allowed: false;
        reason: string;
        message: string;
      };
    };
  }[];
  next_cursor: string | null;
};

export type OrdersMoveInput = {
  ids: string[];
  branch_id: "" | string | null;
};

export type OrdersMoveOutput = {
  moved: number;
};

export type OrdersRemoveOutput = {
  id: string;
  name: string;
};

export type OrdersUpdateInput = {
  reference?: string | null;
  customer_id?: "" | null | string;
  channel?: "web" | "phone" | "email" | "counter" | "api";
  placed_on?: "" | string | null;
  shipping_to?: {
    name: string;
    company?: string;
    street: string;
    extra?: string;
    city: string;
    region?: string;
    postcode?: string;
    country: string;
    phone?: string;
    email?: "" | string;
  } | null;
  shipping_from?: {
    name: string;
    company?: string;
    street: string;
    extra?: string;
    city: string;
    region?: string;
    postcode?: string;
    country: string;
    phone?: string;
    email?: "" | string;
  } | null;
  billing_address?: {
    name: string;
    company?: string;
    street: string;
    extra?: string;
    city: string;
    region?: string;
    postcode?: string;
    country: string;
    phone?: string;
    email?: "" | string;
  } | null;
  notes?: string | null;
  lines?: {
    product_id?: "" | null | string;
    description: string;
    quantity: number;
    /** An integer in the minor unit of the currency, or text in its major unit such as 12.50. */
    price?: number | string | null;
  }[];
  currency?: string;
};

export type OrdersUpdateOutput = {
  id: string;
  reference: string | null;
  status: string;
  customer: {
    id: string;
    name: string | null;
  } | null;
  channel: string;
  branch: {
    id: string;
    name: string | null;
  } | null;
  placed_on: string | null;
  total: number;
  shipping_to: {
    name: string;
    company: string;
    street: string;
    extra: string;
    city: string;
    region: string;
    postcode: string;
    country: string;
    phone: string;
    email: string;
  } | null;
  shipping_from: {
    name: string;
    company: string;
    street: string;
    extra: string;
    city: string;
    region: string;
    postcode: string;
    country: string;
    phone: string;
    email: string;
  } | null;
  billing_address: {
    name: string;
    company: string;
    street: string;
    extra: string;
    city: string;
    region: string;
    postcode: string;
    country: string;
    phone: string;
    email: string;
  } | null;
  notes: string | null;
  currency: string;
  test_mode: boolean;
  created_at: string;
  updated_at: string;
  abilities: {
    update: {
      allowed: true;
    } | {
      allowed: false;
      reason: string;
      message: string;
    };
    remove: {
      allowed: true;
    } | {
      allowed: false;
      reason: string;
      message: string;
    };
  };
  lines: {
    product: {
      id: string;
      name: string | null;
    } | null;
    description: string;
    quantity: number;
    price: number;
  }[];
};

export type OrganizationDeleteInput = {
  name: string;
  /** The acting person's password, where they have no second factor. */
  password?: string;
  /** A code from the acting person's authenticator app, or a recovery code. */
  factor_code?: string;
};

export type OrganizationDeleteOutput = Record<string, never>;

export type OrganizationFindOutput = {
  id: string;
  slug: string;
  name: string;
  address: string;
  company_name: string | null;
  industry: string | null;
  company_size: string | null;
  city: string | null;
  country: string | null;
  currency: string;
  time_zone: string;
  weight_unit: string;
  dimension_unit: string;
  role_template: string;
  default_role_key: string;
  plan: string;
  state: string;
  created_at: string;
  complete: boolean;
  missing: string[];
};

export type OrganizationSetUpInput = {
  name: string;
  slug?: string;
  company_name: string;
  industry: "parcel" | "freight" | "last_mile" | "warehousing" | "retail" | "manufacturing" | "procurement" | "food" | "health" | "public" | "other";
  company_size: "1-10" | "11-50" | "51-200" | "201-1000" | "1001+";
  city: string;
  country: string;
  currency: string;
  time_zone?: string;
  role_template?: "fleet" | "procurement" | "staff";
};

export type OrganizationSetUpOutput = {
  organization_id: string;
  slug: string;
  created: boolean;
  /** Shown once: null where a request with the same Idempotency-Key comes again. */
  key: string | null | null;
};

export type OverviewDismissStepInput = {
  step: "invite" | "profile" | "key" | "default_role";
};

export type OverviewDismissStepOutput = {
  step: "invite" | "profile" | "key" | "default_role";
};

export type OverviewRecentOutput = {
  data: {
    id: string;
    actor: string;
    did: string;
    at: string;
    changes: number;
  }[];
  next_cursor: null;
};

export type OverviewViewOutput = {
  members: {
    now: number;
    before: number;
    total: number;
  } | null;
  requests: {
    now: number;
    before: number;
  } | null;
  changes: {
    now: number;
    before: number;
  } | null;
  steps: {
    key: "invite" | "profile" | "key" | "default_role";
    done: boolean;
  }[];
};

export type OwnershipAcceptInput = {
  /** The acting person's password, where they have no second factor. */
  password?: string;
  /** A code from the acting person's authenticator app, or a recovery code. */
  factor_code?: string;
};

export type OwnershipAcceptOutput = Record<string, never>;

export type OwnershipCancelOutput = Record<string, never>;

export type OwnershipDeclineOutput = Record<string, never>;

export type OwnershipOfferInput = {
  member: string;
  /** The acting person's password, where they have no second factor. */
  password?: string;
  /** A code from the acting person's authenticator app, or a recovery code. */
  factor_code?: string;
};

export type OwnershipOfferOutput = Record<string, never>;

export type OwnershipReadOutput = {
  owner: {
    name: string;
    email: string;
  };
  mine: boolean;
  offer: {
    id: string;
    from: string;
    to: string;
    to_email: string;
    for_me: boolean;
    created_at: string;
    expires_at: string;
  } | null;
  /** The last offer to you, for a day after it ended without you. */
  ended: {
    state: "cancelled" | "declined";
    at: string | null;
  } | null;
  candidates: {
    id: string;
    name: string;
    email: string;
  }[];
};

export type ParcelsCreateInput = {
  name: string;
  length?: string | number | null;
  width?: string | number | null;
  height?: string | number | null;
  weight?: string | number | null;
  weight_unit?: "kg" | "g" | "lb" | "oz";
  dimension_unit?: "cm" | "in";
};

export type ParcelsCreateOutput = {
  id: string;
  name: string;
  length: number;
  width: number;
  height: number;
  weight: number | null;
  weight_unit: "kg" | "g" | "lb" | "oz";
  dimension_unit: "cm" | "in";
  test_mode: boolean;
  created_at: string;
  updated_at: string;
  abilities: {
    update: {
      allowed: true;
    } | {
      allowed: false;
      reason: string;
      message: string;
    };
    remove: {
      allowed: true;
    } | {
      allowed: false;
      reason: string;
      message: string;
    };
  };
};

export type ParcelsFindOutput = {
  id: string;
  name: string;
  length: number;
  width: number;
  height: number;
  weight: number | null;
  weight_unit: "kg" | "g" | "lb" | "oz";
  dimension_unit: "cm" | "in";
  test_mode: boolean;
  created_at: string;
  updated_at: string;
  abilities: {
    update: {
      allowed: true;
    } | {
      allowed: false;
      reason: string;
      message: string;
    };
    remove: {
      allowed: true;
    } | {
      allowed: false;
      reason: string;
      message: string;
    };
  };
};

export type ParcelsHistoryOutput = {
  data: {
    id: string;
    at: string;
    actor: string;
    action: "insert" | "update" | "delete";
    changes: {
      field: string;
      before: string | null;
      after: string | null;
    }[];
  }[];
  next_cursor: null;
};

export type ParcelsListOutput = {
  data: {
    id: string;
    name: string;
    length: number;
    width: number;
    height: number;
    weight: number | null;
    weight_unit: "kg" | "g" | "lb" | "oz";
    dimension_unit: "cm" | "in";
    test_mode: boolean;
    created_at: string;
    updated_at: string;
    abilities: {
      update: {
        allowed: true;
      } | {
        allowed: false;
        reason: string;
        message: string;
      };
      remove: {
        allowed: true;
      } | {
        allowed: false;
        reason: string;
        message: string;
      };
    };
  }[];
  next_cursor: string | null;
};

export type ParcelsRemoveOutput = {
  id: string;
  name: string;
};

export type ParcelsUpdateInput = {
  name?: string;
  length?: string | number | null;
  width?: string | number | null;
  height?: string | number | null;
  weight?: string | number | null;
  weight_unit?: "kg" | "g" | "lb" | "oz";
  dimension_unit?: "cm" | "in";
};

export type ParcelsUpdateOutput = {
  id: string;
  name: string;
  length: number;
  width: number;
  height: number;
  weight: number | null;
  weight_unit: "kg" | "g" | "lb" | "oz";
  dimension_unit: "cm" | "in";
  test_mode: boolean;
  created_at: string;
  updated_at: string;
  abilities: {
    update: {
      allowed: true;
    } | {
      allowed: false;
      reason: string;
      message: string;
    };
    remove: {
      allowed: true;
    } | {
      allowed: false;
      reason: string;
      message: string;
    };
  };
};

export type PiecesCreateInput = {
  reference?: string | null;
  status: "expected" | "in_stock" | "loaded" | "delivered" | "missing";
  description?: string | null;
  order_id?: "" | null | string;
  shipment_id?: "" | null | string;
  weight?: string | number | null;
  weight_unit?: "kg" | "g" | "lb" | "oz";
  dimension_unit?: "cm" | "in";
};

export type PiecesCreateOutput = {
  id: string;
  reference: string | null;
  status: string;
  description: string | null;
  order: {
    id: string;
    name: string | null;
  } | null;
  shipment: {
    id: string;
    name: string | null;
  } | null;
  weight: number | null;
  branch: {
    id: string;
    name: string | null;
  } | null;
  weight_unit: "kg" | "g" | "lb" | "oz";
  dimension_unit: "cm" | "in";
  test_mode: boolean;
  created_at: string;
  updated_at: string;
  abilities: {
    update: {
      allowed: true;
    } | {
      allowed: false;
      reason: string;
      message: string;
    };
    remove: {
      allowed: true;
    } | {
      allowed: false;
      reason: string;
      message: string;
    };
  };
};

export type PiecesFindOutput = {
  id: string;
  reference: string | null;
  status: string;
  description: string | null;
  order: {
    id: string;
    name: string | null;
  } | null;
  shipment: {
    id: string;
    name: string | null;
  } | null;
  weight: number | null;
  branch: {
    id: string;
    name: string | null;
  } | null;
  weight_unit: "kg" | "g" | "lb" | "oz";
  dimension_unit: "cm" | "in";
  test_mode: boolean;
  created_at: string;
  updated_at: string;
  abilities: {
    update: {
      allowed: true;
    } | {
      allowed: false;
      reason: string;
      message: string;
    };
    remove: {
      allowed: true;
    } | {
      allowed: false;
      reason: string;
      message: string;
    };
  };
};

export type PiecesHistoryOutput = {
  data: {
    id: string;
    at: string;
    actor: string;
    action: "insert" | "update" | "delete";
    changes: {
      field: string;
      before: string | null;
      after: string | null;
    }[];
  }[];
  next_cursor: null;
};

export type PiecesListOutput = {
  data: {
    id: string;
    reference: string | null;
    status: string;
    description: string | null;
    order: {
      id: string;
      name: string | null;
    } | null;
    shipment: {
      id: string;
      name: string | null;
    } | null;
    weight: number | null;
    branch: {
      id: string;
      name: string | null;
    } | null;
    weight_unit: "kg" | "g" | "lb" | "oz";
    dimension_unit: "cm" | "in";
    test_mode: boolean;
    created_at: string;
    updated_at: string;
    abilities: {
      update: {
        allowed: true;
      } | {
        allowed: false;
        reason: string;
        message: string;
      };
      remove: {
        allowed: true;
      } | {
        allowed: false;
        reason: string;
        message: string;
      };
    };
  }[];
  next_cursor: string | null;
};

export type PiecesRemoveOutput = {
  id: string;
  name: string;
};

export type PiecesUpdateInput = {
  reference?: string | null;
  status?: "expected" | "in_stock" | "loaded" | "delivered" | "missing";
  description?: string | null;
  order_id?: "" | null | string;
  shipment_id?: "" | null | string;
  weight?: string | number | null;
  weight_unit?: "kg" | "g" | "lb" | "oz";
  dimension_unit?: "cm" | "in";
};

export type PiecesUpdateOutput = {
  id: string;
  reference: string | null;
  status: string;
  description: string | null;
  order: {
    id: string;
    name: string | null;
  } | null;
  shipment: {
    id: string;
    name: string | null;
  } | null;
  weight: number | null;
  branch: {
    id: string;
    name: string | null;
  } | null;
  weight_unit: "kg" | "g" | "lb" | "oz";
  dimension_unit: "cm" | "in";
  test_mode: boolean;
  created_at: string;
  updated_at: string;
  abilities: {
    update: {
      allowed: true;
    } | {
      allowed: false;
      reason: string;
      message: string;
    };
    remove: {
      allowed: true;
    } | {
      allowed: false;
      reason: string;
      message: string;
    };
  };
};

export type PlanFindOutput = {
  plan: {
    key: string;
    name: string;
    description: string;
  };
  withheld: string[];
  /** Of each feature, the plans that have it. */
  offered: Record<string, string[]>;
  limits: {
    max_users: {
      /** Null: any number. */
      most: number | null;
      /** Null: any number. */
      plan: number | null;
      used: number;
    };
    keys: {
      /** Null: any number. */
      most: number | null;
      /** Null: any number. */
      plan: number | null;
      used: number;
    };
    webhooks: {
      /** Null: any number. */
      most: number | null;
      /** Null: any number. */
      plan: number | null;
      used: number;
    };
    branches: {
      /** Null: any number. */
      most: number | null;
      /** Null: any number. */
      plan: number | null;
      used: number;
    };
    roles: {
      /** Null: any number. */
      most: number | null;
      /** Null: any number. */
      plan: number | null;
      used: number;
    };
    api_calls_a_day: {
      /** Null: any number. */
      most: number | null;
      /** Null: any number. */
      plan: number | null;
      used: number;
    };
  };
  agreed: {
    limits: Record<string, number | null>;
    features: Record<string, boolean>;
    reason: string;
  };
};

export type PlanRoomOutput = {
  /** Null: any number. */
  most: number | null;
  used: number | null;
};

export type PlanWithheldOutput = {
  plan: string;
  withheld: string[];
  /** Of each feature, the plans that have it. */
  offered: Record<string, string[]>;
};

export type PolicyReadOutput = {
  factor_for: "nobody" | "powerful" | "everybody" | null;
  grace_days: number;
  usual_factor_for: "nobody" | "powerful" | "everybody";
  usual_grace_days: number;
  remember_devices: boolean;
  session_hours: number | null;
  session_idle_minutes: number | null;
  sign_in_ways: string[] | null;
  sign_in_issuers: string[];
  networks: string[];
  address: string | null;
  members: number;
  members_with_factor: number;
  organization_id: string;
};

export type PolicyUpdateInput = {
  factor_for: "nobody" | "powerful" | "everybody" | null;
  grace_days: number;
  remember_devices: boolean;
  session_hours: number | null;
  session_idle_minutes: number | null;
  sign_in_ways?: ("password" | "google" | "microsoft" | "github" | "oidc")[] | null;
  sign_in_issuers?: string[];
  networks?: string[];
  despite_lock_out: boolean;
  /** The acting person's password, where they have no second factor. */
  password?: string;
  /** A code from the acting person's authenticator app, or a recovery code. */
  factor_code?: string;
};

export type PolicyUpdateOutput = Record<string, never>;

export type PreferencesReadOutput = {
  week_start: "monday" | "sunday" | "saturday";
  date_format: "day-month-year" | "month-day-year" | "year-month-day";
  clock: "12" | "24";
  currencies: string[];
  default_service: string | null;
};

export type PreferencesUpdateInput = {
  week_start?: "monday" | "sunday" | "saturday";
  date_format?: "day-month-year" | "month-day-year" | "year-month-day";
  clock?: "12" | "24";
  currencies?: string[];
  default_service?: string | null;
};

export type PreferencesUpdateOutput = {
  week_start: "monday" | "sunday" | "saturday";
  date_format: "day-month-year" | "month-day-year" | "year-month-day";
  clock: "12" | "24";
  currencies: string[];
  default_service: string | null;
};

export type ProductsCreateInput = {
  name: string;
  sku: string;
  /** An integer in the minor unit of the currency, or text in its major unit such as 12.50. */
  price?: number | string | null;
  weight?: string | number | null;
  origin?: "" | null | string;
  customs_code?: string | null;
  active?: boolean | "true" | "false" | "";
  description?: string | null;
  currency?: string;
  weight_unit?: "kg" | "g" | "lb" | "oz";
  dimension_unit?: "cm" | "in";
};

export type ProductsCreateOutput = {
  id: string;
  name: string;
  sku: string;
  price: number | null;
  weight: number | null;
  origin: string | null;
  customs_code: string | null;
  active: boolean;
  description: string | null;
  currency: string;
  weight_unit: "kg" | "g" | "lb" | "oz";
  dimension_unit: "cm" | "in";
  test_mode: boolean;
  created_at: string;
  updated_at: string;
  abilities: {
    update: {
      allowed: true;
    } | {
      allowed: false;
      reason: string;
      message: string;
    };
    remove: {
      allowed: true;
    } | {
      allowed: false;
      reason: string;
      message: string;
    };
  };
};

export type ProductsFindOutput = {
  id: string;
  name: string;
  sku: string;
  price: number | null;
  weight: number | null;
  origin: string | null;
  customs_code: string | null;
  active: boolean;
  description: string | null;
  currency: string;
  weight_unit: "kg" | "g" | "lb" | "oz";
  dimension_unit: "cm" | "in";
  test_mode: boolean;
  created_at: string;
  updated_at: string;
  abilities: {
    update: {
      allowed: true;
    } | {
      allowed: false;
      reason: string;
      message: string;
    };
    remove: {
      allowed: true;
    } | {
      allowed: false;
      reason: string;
      message: string;
    };
  };
};

export type ProductsHistoryOutput = {
  data: {
    id: string;
    at: string;
    actor: string;
    action: "insert" | "update" | "delete";
    changes: {
      field: string;
      before: string | null;
      after: string | null;
    }[];
  }[];
  next_cursor: null;
};

export type ProductsListOutput = {
  data: {
    id: string;
    name: string;
    sku: string;
    price: number | null;
    weight: number | null;
    origin: string | null;
    customs_code: string | null;
    active: boolean;
    description: string | null;
    currency: string;
    weight_unit: "kg" | "g" | "lb" | "oz";
    dimension_unit: "cm" | "in";
    test_mode: boolean;
    created_at: string;
    updated_at: string;
    abilities: {
      update: {
        allowed: true;
      } | {
        allowed: false;
        reason: string;
        message: string;
      };
      remove: {
        allowed: true;
      } | {
        allowed: false;
        reason: string;
        message: string;
      };
    };
  }[];
  next_cursor: string | null;
};

export type ProductsRemoveOutput = {
  id: string;
  name: string;
};

export type ProductsUpdateInput = {
  name?: string;
  sku?: string;
  /** An integer in the minor unit of the currency, or text in its major unit such as 12.50. */
  price?: number | string | null;
  weight?: string | number | null;
  origin?: "" | null | string;
  customs_code?: string | null;
  active?: boolean | "true" | "false" | "";
  description?: string | null;
  currency?: string;
  weight_unit?: "kg" | "g" | "lb" | "oz";
  dimension_unit?: "cm" | "in";
};

export type ProductsUpdateOutput = {
  id: string;
  name: string;
  sku: string;
  price: number | null;
  weight: number | null;
  origin: string | null;
  customs_code: string | null;
  active: boolean;
  description: string | null;
  currency: string;
  weight_unit: "kg" | "g" | "lb" | "oz";
  dimension_unit: "cm" | "in";
  test_mode: boolean;
  created_at: string;
  updated_at: string;
  abilities: {
    update: {
      allowed: true;
    } | {
      allowed: false;
      reason: string;
      message: string;
    };
    remove: {
      allowed: true;
    } | {
      allowed: false;
      reason: string;
      message: string;
    };
  };
};

export type RefreshRequest = {
  refresh: string;
};

export type RegistrationApproveInput = {
  role?: string;
  note?: string;
  branches?: string[];
  /** The acting person's password, where they have no second factor. */
  password?: string;
  /** A code from the acting person's authenticator app, or a recovery code. */
  factor_code?: string;
};

export type RegistrationApproveOutput = {
  id: string;
  name: string;
  email: string;
  outcome: "joined" | "waiting" | "member" | "rejected" | "decided" | "missing";
  state: "pending" | "approved" | "rejected";
  closed_as: "rejected" | "withdrawn" | "overdue" | "taken_back" | null;
  decided_by_name: string | null;
  decided_at: string | null;
};

export type RegistrationFindOutput = {
  id: string;
  name: string;
  email: string;
  message: string;
  state: "pending" | "approved" | "rejected";
  closed_as: "rejected" | "withdrawn" | "overdue" | "taken_back" | null;
  verified: boolean;
  account_since: string | null;
  domain_matches: number;
  earlier_requests: number;
  repeats: number;
  role_key: string | null;
  role_name: string | null;
  branches: {
    id: string;
    name: string;
  }[] | null;
  note: string | null;
  decided_by_name: string | null;
  decided_at: string | null;
  joined_at: string | null;
  lapsed: boolean;
  due_at: string | null;
  reminded_at: string | null;
  escalated_at: string | null;
  created_at: string;
  updated_at: string;
  member: boolean;
  network_address: string | null;
  earlier: {
    id: string;
    state: "pending" | "approved" | "rejected";
    closed_as: "rejected" | "withdrawn" | "overdue" | "taken_back" | null;
    note: string | null;
    decided_by_name: string | null;
    created_at: string;
    decided_at: string | null;
  }[];
  history: {
    id: number;
    at: string;
    title: string;
    actor: string;
  }[];
};

export type RegistrationRejectInput = {
  reason: string;
};

export type RegistrationRejectOutput = {
  id: string;
  name: string;
  email: string;
  outcome: "joined" | "waiting" | "member" | "rejected" | "decided" | "missing";
  state: "pending" | "approved" | "rejected";
  closed_as: "rejected" | "withdrawn" | "overdue" | "taken_back" | null;
  decided_by_name: string | null;
  decided_at: string | null;
};

export type RegistrationResendActivationInput = {
  /** The acting person's password, where they have no second factor. */
  password?: string;
  /** A code from the acting person's authenticator app, or a recovery code. */
  factor_code?: string;
};

export type RegistrationResendActivationOutput = {
  email: string;
  outcome: "waiting" | "joined";
};

export type RegistrationTakeBackInput = {
  reason: string;
};

export type RegistrationTakeBackOutput = {
  id: string;
};

export type RegistrationWithdrawOutput = {
  withdrawn: boolean;
};

export type RegistrationsApproveInput = {
  role?: string;
  note?: string;
  branches?: string[];
  ids: string[];
  /** The acting person's password, where they have no second factor. */
  password?: string;
  /** A code from the acting person's authenticator app, or a recovery code. */
  factor_code?: string;
};

export type RegistrationsApproveOutput = {
  data: {
    id: string;
    name: string;
    email: string;
    outcome: "joined" | "waiting" | "member" | "rejected" | "decided" | "missing";
    state: "pending" | "approved" | "rejected";
    closed_as: "rejected" | "withdrawn" | "overdue" | "taken_back" | null;
    decided_by_name: string | null;
    decided_at: string | null;
  }[];
  next_cursor: null;
};

export type RegistrationsCountOutput = {
  pending: number;
  approved: number;
  rejected: number;
};

export type RegistrationsListOutput = {
  data: {
    id: string;
    name: string;
    email: string;
    message: string;
    state: "pending" | "approved" | "rejected";
    closed_as: "rejected" | "withdrawn" | "overdue" | "taken_back" | null;
    verified: boolean;
    account_since: string | null;
    domain_matches: number;
    earlier_requests: number;
    repeats: number;
    role_key: string | null;
    role_name: string | null;
    branches: {
      id: string;
      name: string;
    }[] | null;
    note: string | null;
    decided_by_name: string | null;
    decided_at: string | null;
    joined_at: string | null;
    lapsed: boolean;
    due_at: string | null;
    reminded_at: string | null;
    escalated_at: string | null;
    created_at: string;
    updated_at: string;
  }[];
  next_cursor: string | null;
};

export type RegistrationsRejectInput = {
  reason: string;
  ids: string[];
};

export type RegistrationsRejectOutput = {
  data: {
    id: string;
    name: string;
    email: string;
    outcome: "joined" | "waiting" | "member" | "rejected" | "decided" | "missing";
    state: "pending" | "approved" | "rejected";
    closed_as: "rejected" | "withdrawn" | "overdue" | "taken_back" | null;
    decided_by_name: string | null;
    decided_at: string | null;
  }[];
  next_cursor: null;
};

export type RegistrationsRolesOutput = {
  roles: {
    key: string;
    name: string;
    description: string;
  }[];
  default_role: string;
};

export type RolesCreateInput = {
  name: string;
  description?: string;
  permissions?: ("organization.view" | "orders.view" | "shipments.view" | "trackers.view" | "routes.view" | "orders.create" | "orders.update" | "orders.cancel" | "shipments.create" | "shipments.update" | "shipments.cancel" | "trackers.manage" | "customers.view" | "addresses.view" | "customers.manage" | "addresses.manage" | "assets.view" | "pieces.view" | "assets.manage" | "pieces.manage" | "members.invite" | "members.set_flags" | "shipments.import" | "data.import" | "registrations.view" | "invitations.view" | "invitations.revoke" | "roles.view" | "branches.view" | "settings.view" | "keys.view" | "webhooks.view" | "events.view" | "usage.view" | "activity.view" | "delegations.manage" | "routes.view_own" | "purchases.approve" | "invoices.approve" | "routes.manage" | "drivers.assign" | "deliveries.prove" | "location.report" | "registrations.decide" | "members.view" | "members.manage" | "members.set_role" | "roles.manage" | "branches.manage" | "settings.manage" | "branding.manage" | "domains.manage" | "carriers.manage" | "webhooks.manage" | "keys.manage" | "logs.view" | "audit.view" | "audit.export" | "sso.manage" | "channels.manage" | "templates.manage" | "catalog.contribute" | "shares.manage" | "billing.manage" | "data.export" | "organization.transfer" | "organization.delete")[];
  inherits?: string[];
  /** The acting person's password, where they have no second factor. */
  password?: string;
  /** A code from the acting person's authenticator app, or a recovery code. */
  factor_code?: string;
};

export type RolesCreateOutput = {
  key: string;
  alias: string | null;
  name: string;
  description: string;
  built_in: boolean;
  permissions: string[];
  inherits: string[];
  held: string[];
  members: number;
  abilities: {
    change: {
      allowed: true;
    } | {
      allowed: false;
      reason: string;
      message: string;
    };
    copy: {
      allowed: true;
    } | {
      allowed: false;
      reason: string;
      message: string;
    };
  };
};

export type RolesDeleteInput = {
  replacement?: string | null;
  /** The acting person's password, where they have no second factor. */
  password?: string;
  /** A code from the acting person's authenticator app, or a recovery code. */
  factor_code?: string;
};

export type RolesDeleteOutput = {
  key: string;
  members: number;
};

export type RolesFindOutput = {
  key: string;
  alias: string | null;
  name: string;
  description: string;
  built_in: boolean;
  permissions: string[];
  inherits: string[];
  held: string[];
  members: number;
  abilities: {
    change: {
      allowed: true;
    } | {
      allowed: false;
      reason: string;
      message: string;
    };
    copy: {
      allowed: true;
    } | {
      allowed: false;
      reason: string;
      message: string;
    };
  };
};

export type RolesListOutput = {
  data: {
    key: string;
    alias: string | null;
    name: string;
    description: string;
    built_in: boolean;
    permissions: string[];
    inherits: string[];
    held: string[];
    members: number;
    abilities: {
      change: {
        allowed: true;
      } | {
        allowed: false;
        reason: string;
        message: string;
      };
      copy: {
        allowed: true;
      } | {
        allowed: false;
        reason: string;
        message: string;
      };
    };
  }[];
  givable: string[];
  withheld: string[];
  strict_ladder: boolean;
};

export type RolesPreviewInput = {
  permissions?: ("organization.view" | "orders.view" | "shipments.view" | "trackers.view" | "routes.view" | "orders.create" | "orders.update" | "orders.cancel" | "shipments.create" | "shipments.update" | "shipments.cancel" | "trackers.manage" | "customers.view" | "addresses.view" | "customers.manage" | "addresses.manage" | "assets.view" | "pieces.view" | "assets.manage" | "pieces.manage" | "members.invite" | "members.set_flags" | "shipments.import" | "data.import" | "registrations.view" | "invitations.view" | "invitations.revoke" | "roles.view" | "branches.view" | "settings.view" | "keys.view" | "webhooks.view" | "events.view" | "usage.view" | "activity.view" | "delegations.manage" | "routes.view_own" | "purchases.approve" | "invoices.approve" | "routes.manage" | "drivers.assign" | "deliveries.prove" | "location.report" | "registrations.decide" | "members.view" | "members.manage" | "members.set_role" | "roles.manage" | "branches.manage" | "settings.manage" | "branding.manage" | "domains.manage" | "carriers.manage" | "webhooks.manage" | "keys.manage" | "logs.view" | "audit.view" | "audit.export" | "sso.manage" | "channels.manage" | "templates.manage" | "catalog.contribute" | "shares.manage" | "billing.manage" | "data.export" | "organization.transfer" | "organization.delete")[];
  inherits?: string[];
};

export type RolesPreviewOutput = {
  gains: string[];
  losses: string[];
  roles: {
    key: string;
    name: string;
  }[];
  members: number;
  names: string[];
};

export type RolesSetLadderInput = {
  strict: boolean;
};

export type RolesSetLadderOutput = {
  strict: boolean;
};

export type RolesUpdateInput = {
  name: string;
  description?: string;
  permissions?: ("organization.view" | "orders.view" | "shipments.view" | "trackers.view" | "routes.view" | "orders.create" | "orders.update" | "orders.cancel" | "shipments.create" | "shipments.update" | "shipments.cancel" | "trackers.manage" | "customers.view" | "addresses.view" | "customers.manage" | "addresses.manage" | "assets.view" | "pieces.view" | "assets.manage" | "pieces.manage" | "members.invite" | "members.set_flags" | "shipments.import" | "data.import" | "registrations.view" | "invitations.view" | "invitations.revoke" | "roles.view" | "branches.view" | "settings.view" | "keys.view" | "webhooks.view" | "events.view" | "usage.view" | "activity.view" | "delegations.manage" | "routes.view_own" | "purchases.approve" | "invoices.approve" | "routes.manage" | "drivers.assign" | "deliveries.prove" | "location.report" | "registrations.decide" | "members.view" | "members.manage" | "members.set_role" | "roles.manage" | "branches.manage" | "settings.manage" | "branding.manage" | "domains.manage" | "carriers.manage" | "webhooks.manage" | "keys.manage" | "logs.view" | "audit.view" | "audit.export" | "sso.manage" | "channels.manage" | "templates.manage" | "catalog.contribute" | "shares.manage" | "billing.manage" | "data.export" | "organization.transfer" | "organization.delete")[];
  inherits?: string[];
  /** The acting person's password, where they have no second factor. */
  password?: string;
  /** A code from the acting person's authenticator app, or a recovery code. */
  factor_code?: string;
};

export type RolesUpdateOutput = {
  key: string;
  alias: string | null;
  name: string;
  description: string;
  built_in: boolean;
  permissions: string[];
  inherits: string[];
  held: string[];
  members: number;
  abilities: {
    change: {
      allowed: true;
    } | {
      allowed: false;
      reason: string;
      message: string;
    };
    copy: {
      allowed: true;
    } | {
      allowed: false;
      reason: string;
      message: string;
    };
  };
};

export type SearchRecordsOutput = {
  data: {
    kind: "shipment" | "member" | "request" | "key" | "order" | "piece" | "customer" | "address" | "product" | "asset";
    id: string;
    label: string;
    detail: string | null;
    path: string;
  }[];
};

export type ServerAddMemberInput = {
  email?: string;
  /** In place of the address: adds who accepted terms that say so, and nobody else. */
  user_id?: string;
  /** Without it the organization's default role. */
  role?: string;
};

export type ServerAddMemberOutput = {
  accepted: true;
};

export type ServerCreateOrganizationInput = {
  name: string;
  slug: string;
  /** Who is invited to own it. */
  owner_email: string;
  currency?: string;
  time_zone?: string;
  role_template?: "fleet" | "staff" | "procurement";
  settings?: {
    /** Without it the one that new organizations begin with. */
    plan?: string;
    max_users?: number | null;
    limits?: {
      keys?: number | null;
      webhooks?: number | null;
      branches?: number | null;
      roles?: number | null;
      api_calls_a_day?: number | null;
    };
    /** Each feature on or off; as a list, those that it has and no others. */
    features?: Record<string, boolean> | ("api" | "webhooks" | "imports" | "exports" | "custom_roles" | "branches" | "lending" | "branding" | "audit_export" | "groups")[];
  };
};

export type ServerCreateOrganizationOutput = {
  id: string;
  slug: string;
};

export type SettingsChangeAddressInput = {
  slug: string;
};

export type SettingsChangeAddressOutput = {
  slug: string;
};

export type SettingsHistoryOutput = {
  data: {
    id: number;
    at: string;
    actor: string;
    via: string | null;
    operation: string;
    before: Record<string, unknown> | null;
    after: Record<string, unknown> | null;
  }[];
  next_cursor: string | null;
};

export type SettingsReadOutput = {
  id: string;
  slug: string;
  name: string;
  company_name: string | null;
  industry: string | null;
  company_size: string | null;
  city: string | null;
  country: string | null;
  currency: string;
  time_zone: string;
  weight_unit: string;
  dimension_unit: string;
  role_template: string;
  default_role: string;
  strict_ladder: boolean;
  due_hours: number | null;
  reminder_hours: number | null;
  escalation_hours: number | null;
  close_hours: number | null;
  roles: {
    key: string;
    name: string;
    description: string;
  }[];
};

export type SettingsUpdateInput = {
  name: string;
  company_name: string | null;
  industry: "parcel" | "freight" | "last_mile" | "warehousing" | "retail" | "manufacturing" | "procurement" | "food" | "health" | "public" | "other" | null;
  company_size: "1-10" | "11-50" | "51-200" | "201-1000" | "1001+" | null;
  city: string | null;
  country: string | null;
  currency: string;
  time_zone: string;
  weight_unit: "kg" | "g" | "lb" | "oz";
  dimension_unit: "cm" | "in";
};

export type SettingsUpdateOutput = Record<string, never>;

export type SettingsUpdateRequestsInput = {
  due_hours: number | null;
  reminder_hours: number | null;
  escalation_hours: number | null;
  close_hours: number | null;
};

export type SettingsUpdateRequestsOutput = Record<string, never>;

export type SettingsUpdateRolesInput = {
  role_template: "fleet" | "procurement" | "staff";
  default_role: string;
};

export type SettingsUpdateRolesOutput = Record<string, never>;

export type ShipmentsAssignManyInput = {
  ids: string[];
  branch_id: "" | string | null;
};

export type ShipmentsAssignManyOutput = {
  data: {
    id: string;
    reference: string;
    done: boolean;
    message: string;
  }[];
  next_cursor: null;
};

export type ShipmentsCancelInput = {
  note?: string | null;
};

export type ShipmentsCancelManyInput = {
  ids: string[];
  note?: string | null;
};

export type ShipmentsCancelManyOutput = {
  data: {
    id: string;
    reference: string;
    done: boolean;
    message: string;
  }[];
  next_cursor: null;
};

export type ShipmentsCancelOutput = {
  id: string;
  reference: string;
  status: "draft" | "ready" | "picked_up" | "in_transit" | "out_for_delivery" | "exception" | "delivered" | "cancelled";
  status_note: string | null;
  service: "economy" | "standard" | "express" | "same_day" | "freight";
  branch: {
    id: string;
    name: string;
  } | null;
  order: {
    id: string;
    name: string | null;
  } | null;
  sender: {
    name: string;
    company: string;
    street: string;
    extra: string;
    city: string;
    region: string;
    postcode: string;
    country: string;
    phone: string;
    email: string;
  };
  recipient: {
    name: string;
    company: string;
    street: string;
    extra: string;
    city: string;
    region: string;
    postcode: string;
    country: string;
    phone: string;
    email: string;
  };
  parcel_count: number;
  weight: number;
  weight_unit: "kg" | "g" | "lb" | "oz";
  tracking_number: string | null;
  price: number | null;
  currency: string;
  ship_on: string | null;
  test_mode: boolean;
  created_at: string;
  updated_at: string;
  delivered_at: string | null;
  next: ("draft" | "ready" | "picked_up" | "in_transit" | "out_for_delivery" | "exception" | "delivered" | "cancelled")[];
  abilities: {
    update: {
      allowed: true;
    } | {
      allowed: false;
      reason: string;
      message: string;
    };
    cancel: {
      allowed: true;
    } | {
      allowed: false;
      reason: string;
      message: string;
    };
  };
};

export type ShipmentsCountOutput = {
  draft: number;
  moving: number;
  exception: number;
  delivered: number;
};

export type ShipmentsCreateInput = {
  reference?: string | null;
  service: "economy" | "standard" | "express" | "same_day" | "freight";
  branch_id?: "" | string | null;
  order_id?: "" | string | null;
  sender: {
    name: string;
    company?: string;
    street: string;
    extra?: string;
    city: string;
    region?: string;
    postcode?: string;
    country: string;
    phone?: string;
    email?: "" | string;
  };
  recipient: {
    name: string;
    company?: string;
    street: string;
    extra?: string;
    city: string;
    region?: string;
    postcode?: string;
    country: string;
    phone?: string;
    email?: "" | string;
  };
  parcels: {
    description?: string | null;
    weight: number;
    length?: string | number | null;
    width?: string | number | null;
    height?: string | number | null;
  }[];
  weight_unit?: "kg" | "g" | "lb" | "oz";
  dimension_unit?: "cm" | "in";
  tracking_number?: string | null;
  /** An integer in the minor unit of the currency, or text in its major unit such as 12.50. */
  price?: number | string | null;
  currency?: string;
  ship_on?: "" | string | null;
  notes?: string | null;
  ready?: boolean | "true" | "false" | "";
  test_mode?: boolean | "true" | "false" | "";
};

export type ShipmentsCreateOutput = {
  id: string;
  reference: string;
  status: "draft" | "ready" | "picked_up" | "in_transit" | "out_for_delivery" | "exception" | "delivered" | "cancelled";
  status_note: string | null;
  service: "economy" | "standard" | "express" | "same_day" | "freight";
  branch: {
    id: string;
    name: string;
  } | null;
  order: {
    id: string;
    name: string | null;
  } | null;
  sender: {
    name: string;
    company: string;
    street: string;
    extra: string;
    city: string;
    region: string;
    postcode: string;
    country: string;
    phone: string;
    email: string;
  };
  recipient: {
    name: string;
    company: string;
    street: string;
    extra: string;
    city: string;
    region: string;
    postcode: string;
    country: string;
    phone: string;
    email: string;
  };
  parcel_count: number;
  weight: number;
  weight_unit: "kg" | "g" | "lb" | "oz";
  tracking_number: string | null;
  price: number | null;
  currency: string;
  ship_on: string | null;
  test_mode: boolean;
  created_at: string;
  updated_at: string;
  delivered_at: string | null;
  next: ("draft" | "ready" | "picked_up" | "in_transit" | "out_for_delivery" | "exception" | "delivered" | "cancelled")[];
  abilities: {
    update: {
      allowed: true;
    } | {
      allowed: false;
      reason: string;
      message: string;
    };
    cancel: {
      allowed: true;
    } | {
      allowed: false;
      reason: string;
      message: string;
    };
  };
  notes: string | null;
  dimension_unit: "cm" | "in";
  parcels: {
    description: string | null;
    weight: number;
    length: number | null;
    width: number | null;
    height: number | null;
  }[];
  history: {
    id: string;
    from: "draft" | "ready" | "picked_up" | "in_transit" | "out_for_delivery" | "exception" | "delivered" | "cancelled" | null;
    status: "draft" | "ready" | "picked_up" | "in_transit" | "out_for_delivery" | "exception" | "delivered" | "cancelled";
    note: string | null;
    actor: string;
    at: string;
  }[];
};

export type ShipmentsFindOutput = {
  id: string;
  reference: string;
  status: "draft" | "ready" | "picked_up" | "in_transit" | "out_for_delivery" | "exception" | "delivered" | "cancelled";
  status_note: string | null;
  service: "economy" | "standard" | "express" | "same_day" | "freight";
  branch: {
    id: string;
    name: string;
  } | null;
  order: {
    id: string;
    name: string | null;
  } | null;
  sender: {
    name: string;
    company: string;
    street: string;
    extra: string;
    city: string;
    region: string;
    postcode: string;
    country: string;
    phone: string;
    email: string;
  };
  recipient: {
    name: string;
    company: string;
    street: string;
    extra: string;
    city: string;
    region: string;
    postcode: string;
    country: string;
    phone: string;
    email: string;
  };
  parcel_count: number;
  weight: number;
  weight_unit: "kg" | "g" | "lb" | "oz";
  tracking_number: string | null;
  price: number | null;
  currency: string;
  ship_on: string | null;
  test_mode: boolean;
  created_at: string;
  updated_at: string;
  delivered_at: string | null;
  next: ("draft" | "ready" | "picked_up" | "in_transit" | "out_for_delivery" | "exception" | "delivered" | "cancelled")[];
  abilities: {
    update: {
      allowed: true;
    } | {
      allowed: false;
      reason: string;
      message: string;
    };
    cancel: {
      allowed: true;
    } | {
      allowed: false;
      reason: string;
      message: string;
    };
  };
  notes: string | null;
  dimension_unit: "cm" | "in";
  parcels: {
    description: string | null;
    weight: number;
    length: number | null;
    width: number | null;
    height: number | null;
  }[];
  history: {
    id: string;
    from: "draft" | "ready" | "picked_up" | "in_transit" | "out_for_delivery" | "exception" | "delivered" | "cancelled" | null;
    status: "draft" | "ready" | "picked_up" | "in_transit" | "out_for_delivery" | "exception" | "delivered" | "cancelled";
    note: string | null;
    actor: string;
    at: string;
  }[];
};

export type ShipmentsListOutput = {
  data: {
    id: string;
    reference: string;
    status: "draft" | "ready" | "picked_up" | "in_transit" | "out_for_delivery" | "exception" | "delivered" | "cancelled";
    status_note: string | null;
    service: "economy" | "standard" | "express" | "same_day" | "freight";
    branch: {
      id: string;
      name: string;
    } | null;
    order: {
      id: string;
      name: string | null;
    } | null;
    sender: {
      name: string;
      company: string;
      street: string;
      extra: string;
      city: string;
      region: string;
      postcode: string;
      country: string;
      phone: string;
      email: string;
    };
    recipient: {
      name: string;
      company: string;
      street: string;
      extra: string;
      city: string;
      region: string;
      postcode: string;
      country: string;
      phone: string;
      email: string;
    };
    parcel_count: number;
    weight: number;
    weight_unit: "kg" | "g" | "lb" | "oz";
    tracking_number: string | null;
    price: number | null;
    currency: string;
    ship_on: string | null;
    test_mode: boolean;
    created_at: string;
    updated_at: string;
    delivered_at: string | null;
    next: ("draft" | "ready" | "picked_up" | "in_transit" | "out_for_delivery" | "exception" | "delivered" | "cancelled")[];
    abilities: {
      update: {
        allowed: true;
      } | {
        allowed: false;
        reason: string;
        message: string;
      };
      cancel: {
        allowed: true;
      } | {
        allowed: false;
        reason: string;
        message: string;
      };
    };
  }[];
  next_cursor: string | null;
};

export type ShipmentsMoveInput = {
  ids: string[];
  branch_id: "" | string | null;
};

export type ShipmentsMoveOutput = {
  moved: number;
};

export type ShipmentsPrepareOutput = {
  model: {
    id: string;
    reference: string;
    status: "draft" | "ready" | "picked_up" | "in_transit" | "out_for_delivery" | "exception" | "delivered" | "cancelled";
    status_note: string | null;
    service: "economy" | "standard" | "express" | "same_day" | "freight";
    branch: {
      id: string;
      name: string;
    } | null;
    order: {
      id: string;
      name: string | null;
    } | null;
    sender: {
      name: string;
      company: string;
      street: string;
      extra: string;
      city: string;
      region: string;
      postcode: string;
      country: string;
      phone: string;
      email: string;
    };
    recipient: {
      name: string;
      company: string;
      street: string;
      extra: string;
      city: string;
      region: string;
      postcode: string;
      country: string;
      phone: string;
      email: string;
    };
    parcel_count: number;
    weight: number;
    weight_unit: "kg" | "g" | "lb" | "oz";
    tracking_number: string | null;
    price: number | null;
    currency: string;
    ship_on: string | null;
    test_mode: boolean;
    created_at: string;
    updated_at: string;
    delivered_at: string | null;
    next: ("draft" | "ready" | "picked_up" | "in_transit" | "out_for_delivery" | "exception" | "delivered" | "cancelled")[];
    abilities: {
      update: {
        allowed: true;
      } | {
        allowed: false;
        reason: string;
        message: string;
      };
      cancel: {
        allowed: true;
      } | {
        allowed: false;
        reason: string;
        message: string;
      };
    };
    notes: string | null;
    dimension_unit: "cm" | "in";
    parcels: {
      description: string | null;
      weight: number;
      length: number | null;
      width: number | null;
      height: number | null;
    }[];
    history: {
      id: string;
      from: "draft" | "ready" | "picked_up" | "in_transit" | "out_for_delivery" | "exception" | "delivered" | "cancelled" | null;
      status: "draft" | "ready" | "picked_up" | "in_transit" | "out_for_delivery" | "exception" | "delivered" | "cancelled";
      note: string | null;
      actor: string;
      at: string;
    }[];
  } | null;
  sender: {
    name: string;
    company: string;
    street: string;
    extra: string;
    city: string;
    region: string;
    postcode: string;
    country: string;
    phone: string;
    email: string;
  } | null;
  service: "economy" | "standard" | "express" | "same_day" | "freight";
  order: {
    id: string;
    name: string | null;
    sender: {
      name: string;
      company: string;
      street: string;
      extra: string;
      city: string;
      region: string;
      postcode: string;
      country: string;
      phone: string;
      email: string;
    } | null;
    recipient: {
      name: string;
      company: string;
      street: string;
      extra: string;
      city: string;
      region: string;
      postcode: string;
      country: string;
      phone: string;
      email: string;
    } | null;
  } | null;
};

export type ShipmentsSetStatusInput = {
  status: "draft" | "ready" | "picked_up" | "in_transit" | "out_for_delivery" | "exception" | "delivered";
  note?: string | null;
};

export type ShipmentsSetStatusManyInput = {
  ids: string[];
  status: "draft" | "ready" | "picked_up" | "in_transit" | "out_for_delivery" | "exception" | "delivered";
  note?: string | null;
};

export type ShipmentsSetStatusManyOutput = {
  data: {
    id: string;
    reference: string;
    done: boolean;
    message: string;
  }[];
  next_cursor: null;
};

export type ShipmentsSetStatusOutput = {
  id: string;
  reference: string;
  status: "draft" | "ready" | "picked_up" | "in_transit" | "out_for_delivery" | "exception" | "delivered" | "cancelled";
  status_note: string | null;
  service: "economy" | "standard" | "express" | "same_day" | "freight";
  branch: {
    id: string;
    name: string;
  } | null;
  order: {
    id: string;
    name: string | null;
  } | null;
  sender: {
    name: string;
    company: string;
    street: string;
    extra: string;
    city: string;
    region: string;
    postcode: string;
    country: string;
    phone: string;
    email: string;
  };
  recipient: {
    name: string;
    company: string;
    street: string;
    extra: string;
    city: string;
    region: string;
    postcode: string;
    country: string;
    phone: string;
    email: string;
  };
  parcel_count: number;
  weight: number;
  weight_unit: "kg" | "g" | "lb" | "oz";
  tracking_number: string | null;
  price: number | null;
  currency: string;
  ship_on: string | null;
  test_mode: boolean;
  created_at: string;
  updated_at: string;
  delivered_at: string | null;
  next: ("draft" | "ready" | "picked_up" | "in_transit" | "out_for_delivery" | "exception" | "delivered" | "cancelled")[];
  abilities: {
    update: {
      allowed: true;
    } | {
      allowed: false;
      reason: string;
      message: string;
    };
    cancel: {
      allowed: true;
    } | {
      allowed: false;
      reason: string;
      message: string;
    };
  };
};

export type ShipmentsUpdateInput = {
  reference?: string | null;
  service?: "economy" | "standard" | "express" | "same_day" | "freight";
  order_id?: "" | string | null;
  sender?: {
    name: string;
    company?: string;
    street: string;
    extra?: string;
    city: string;
    region?: string;
    postcode?: string;
    country: string;
    phone?: string;
    email?: "" | string;
  };
  recipient?: {
    name: string;
    company?: string;
    street: string;
    extra?: string;
    city: string;
    region?: string;
    postcode?: string;
    country: string;
    phone?: string;
    email?: "" | string;
  };
  parcels?: {
    description?: string | null;
    weight: number;
    length?: string | number | null;
    width?: string | number | null;
    height?: string | number | null;
  }[];
  weight_unit?: "kg" | "g" | "lb" | "oz";
  dimension_unit?: "cm" | "in";
  tracking_number?: string | null;
  /** An integer in the minor unit of the currency, or text in its major unit such as 12.50. */
  price?: number | string | null;
  currency?: string;
  ship_on?: "" | string | null;
  notes?: string | null;
};

export type ShipmentsUpdateOutput = {
  id: string;
  reference: string;
  status: "draft" | "ready" | "picked_up" | "in_transit" | "out_for_delivery" | "exception" | "delivered" | "cancelled";
  status_note: string | null;
  service: "economy" | "standard" | "express" | "same_day" | "freight";
  branch: {
    id: string;
    name: string;
  } | null;
  order: {
    id: string;
    name: string | null;
  } | null;
  sender: {
    name: string;
    company: string;
    street: string;
    extra: string;
    city: string;
    region: string;
    postcode: string;
    country: string;
    phone: string;
    email: string;
  };
  recipient: {
    name: string;
    company: string;
    street: string;
    extra: string;
    city: string;
    region: string;
    postcode: string;
    country: string;
    phone: string;
    email: string;
  };
  parcel_count: number;
  weight: number;
  weight_unit: "kg" | "g" | "lb" | "oz";
  tracking_number: string | null;
  price: number | null;
  currency: string;
  ship_on: string | null;
  test_mode: boolean;
  created_at: string;
  updated_at: string;
  delivered_at: string | null;
  next: ("draft" | "ready" | "picked_up" | "in_transit" | "out_for_delivery" | "exception" | "delivered" | "cancelled")[];
  abilities: {
    update: {
      allowed: true;
    } | {
      allowed: false;
      reason: string;
      message: string;
    };
    cancel: {
      allowed: true;
    } | {
      allowed: false;
      reason: string;
      message: string;
    };
  };
  notes: string | null;
  dimension_unit: "cm" | "in";
  parcels: {
    description: string | null;
    weight: number;
    length: number | null;
    width: number | null;
    height: number | null;
  }[];
  history: {
    id: string;
    from: "draft" | "ready" | "picked_up" | "in_transit" | "out_for_delivery" | "exception" | "delivered" | "cancelled" | null;
    status: "draft" | "ready" | "picked_up" | "in_transit" | "out_for_delivery" | "exception" | "delivered" | "cancelled";
    note: string | null;
    actor: string;
    at: string;
  }[];
};

export type SupportSessionsEndOutput = Record<string, never>;

export type SupportSessionsListOutput = {
  data: {
    id: string;
    member_id: string;
    member: string;
    support: string;
    reason: string;
    raise_reason: string | null;
    raised: boolean;
    started_at: string;
    expires_at: string;
  }[];
  next_cursor: null;
};

export type TemplatesCreateInput = {
  name: string;
  kind: "label" | "packing_slip" | "invoice" | "manifest" | "message";
  active?: boolean | "true" | "false" | "";
  body?: string | null;
};

export type TemplatesCreateOutput = {
  id: string;
  name: string;
  kind: string;
  active: boolean;
  body: string;
  test_mode: boolean;
  created_at: string;
  updated_at: string;
  abilities: {
    update: {
      allowed: true;
    } | {
      allowed: false;
      reason: string;
      message: string;
    };
    remove: {
      allowed: true;
    } | {
      allowed: false;
      reason: string;
      message: string;
    };
  };
};

export type TemplatesFindOutput = {
  id: string;
  name: string;
  kind: string;
  active: boolean;
  body: string;
  test_mode: boolean;
  created_at: string;
  updated_at: string;
  abilities: {
    update: {
      allowed: true;
    } | {
      allowed: false;
      reason: string;
      message: string;
    };
    remove: {
      allowed: true;
    } | {
      allowed: false;
      reason: string;
      message: string;
    };
  };
};

export type TemplatesHistoryOutput = {
  data: {
    id: string;
    at: string;
    actor: string;
    action: "insert" | "update" | "delete";
    changes: {
      field: string;
      before: string | null;
      after: string | null;
    }[];
  }[];
  next_cursor: null;
};

export type TemplatesListOutput = {
  data: {
    id: string;
    name: string;
    kind: string;
    active: boolean;
    body: string;
    test_mode: boolean;
    created_at: string;
    updated_at: string;
    abilities: {
      update: {
        allowed: true;
      } | {
        allowed: false;
        reason: string;
        message: string;
      };
      remove: {
        allowed: true;
      } | {
        allowed: false;
        reason: string;
        message: string;
      };
    };
  }[];
  next_cursor: string | null;
};

export type TemplatesRemoveOutput = {
  id: string;
  name: string;
};

export type TemplatesUpdateInput = {
  name?: string;
  kind?: "label" | "packing_slip" | "invoice" | "manifest" | "message";
  active?: boolean | "true" | "false" | "";
  body?: string | null;
};

export type TemplatesUpdateOutput = {
  id: string;
  name: string;
  kind: string;
  active: boolean;
  body: string;
  test_mode: boolean;
  created_at: string;
  updated_at: string;
  abilities: {
    update: {
      allowed: true;
    } | {
      allowed: false;
      reason: string;
      message: string;
    };
    remove: {
      allowed: true;
    } | {
      allowed: false;
      reason: string;
      message: string;
    };
  };
};

export type TestDataDeleteInput = {
  /** The acting person's password, where they have no second factor. */
  password?: string;
  /** A code from the acting person's authenticator app, or a recovery code. */
  factor_code?: string;
};

export type TestDataDeleteOutput = Record<string, never>;

export type TokenPair = {
  /** A signed JWT, for a quarter of an hour. */
  access: string;
  /** For the next pair, once. Used twice, it ends all tokens of this sign-in. */
  refresh: string;
  token_type: "Bearer";
  expires_at: string;
  /** Sent along with the next sign-in, it proves that this place is known. */
  device?: string | null;
};

export type TokenRequest = {
  email: string;
  password: string;
  /** Where the person has a second factor. */
  factor_code?: string;
  /** What the last sign-in answered as `device`. */
  device?: string;
};

export type UsageViewOutput = {
  currency: string;
  members: number;
  unfulfilled: number;
  shipments: number;
  spend: number;
  orders: number;
  volume: number;
  api_calls: number;
  api_errors: number;
  deliveries: number;
  days: {
    date: string;
    members: number | null;
    shipments: number;
    spend: number;
    orders: number;
    volume: number;
    api_calls: number;
    api_errors: number;
    deliveries: number;
  }[];
};

export type ViewsListOutput = {
  data: {
    id: string;
    name: string;
    query: string;
    shared: boolean;
    mine: boolean;
  }[];
  next_cursor: null;
};

export type ViewsRemoveOutput = {
  name: string;
};

export type ViewsSaveInput = {
  list: string;
  name: string;
  query: string;
  shared?: boolean | "true" | "false" | "";
};

export type ViewsSaveOutput = {
  id: string;
  name: string;
  query: string;
  shared: boolean;
  mine: boolean;
};

export type WebhooksCountReplayOutput = {
  deliveries: number;
};

export type WebhooksCreateInput = {
  url: string;
  description?: string;
  events: string[];
  /** Of which records it tells; else those of the request */
  mode?: "live" | "test";
  /** The acting person's password, where they have no second factor. */
  password?: string;
  /** A code from the acting person's authenticator app, or a recovery code. */
  factor_code?: string;
};

export type WebhooksCreateOutput = {
  id: string;
  url: string;
  /** Shown once: null where a request with the same Idempotency-Key comes again. */
  secret: string | null;
};

export type WebhooksDeleteOutput = Record<string, never>;

export type WebhooksDisableOutput = Record<string, never>;

export type WebhooksEnableOutput = Record<string, never>;

export type WebhooksFindOutput = {
  id: string;
  url: string;
  description: string;
  events: string[];
  mode: "live" | "test";
  state: "active" | "disabled";
  /** Somebody disabled it, it answered 410, nothing went well for three days, or its maker left or lost rights. */
  disabled_as: "person" | "gone" | "failing" | "maker" | null;
  failing_since: string | null;
  /** Until then the secret before the present one signs too. */
  previous_until: string | null;
  last_delivery_at: string | null;
  created_by: string | null;
  created_at: string;
  /** Of the last 500 deliveries */
  delivered: number;
  failed: number;
  waiting: number;
};

export type WebhooksListOutput = {
  data: {
    id: string;
    url: string;
    description: string;
    events: string[];
    mode: "live" | "test";
    state: "active" | "disabled";
    /** Somebody disabled it, it answered 410, nothing went well for three days, or its maker left or lost rights. */
    disabled_as: "person" | "gone" | "failing" | "maker" | null;
    failing_since: string | null;
    /** Until then the secret before the present one signs too. */
    previous_until: string | null;
    last_delivery_at: string | null;
    created_by: string | null;
    created_at: string;
    /** Of the last 500 deliveries */
    delivered: number;
    failed: number;
    waiting: number;
  }[];
  next_cursor: string | null;
};

export type WebhooksReplayInput = {
  /** Of what was made from this moment on; without an offset in the organization's time zone; or so many seconds back */
  since: "3600" | "86400" | "604800" | "2592000" | string;
  /** Of what was made before this moment */
  until?: string;
  only?: "failed" | "all";
};

export type WebhooksReplayOutput = {
  deliveries: number;
};

export type WebhooksRotateInput = {
  overlap_hours?: number;
  /** The acting person's password, where they have no second factor. */
  password?: string;
  /** A code from the acting person's authenticator app, or a recovery code. */
  factor_code?: string;
};

export type WebhooksRotateOutput = {
  id: string;
  url: string;
  /** Shown once: null where a request with the same Idempotency-Key comes again. */
  secret: string | null;
};

export type WebhooksTestOutput = {
  delivery: string;
};

export type WebhooksUpdateInput = {
  url?: string;
  description?: string;
  events?: string[];
  /** The acting person's password, where they have no second factor. */
  password?: string;
  /** A code from the acting person's authenticator app, or a recovery code. */
  factor_code?: string;
};

export type WebhooksUpdateOutput = {
  id: string;
  url: string;
  description: string;
  events: string[];
  mode: "live" | "test";
  state: "active" | "disabled";
  /** Somebody disabled it, it answered 410, nothing went well for three days, or its maker left or lost rights. */
  disabled_as: "person" | "gone" | "failing" | "maker" | null;
  failing_since: string | null;
  /** Until then the secret before the present one signs too. */
  previous_until: string | null;
  last_delivery_at: string | null;
  created_by: string | null;
  created_at: string;
  /** Of the last 500 deliveries */
  delivered: number;
  failed: number;
  waiting: number;
};

export type WorkspaceGetOutput = {
  default_currency: string;
  default_country_code: string | null;
  default_weight_unit: "KG" | "LB" | "OZ" | "G";
  default_dimension_unit: "CM" | "IN";
  state_tax_id: string | null;
  federal_tax_id: string | null;
  default_label_type: "PDF" | "ZPL" | "PNG" | null;
  insured_by_default: boolean;
  customs_aes: string | null;
  customs_eel_pfc: string | null;
  customs_license_number: string | null;
  customs_certificate_number: string | null;
  customs_nip_number: string | null;
  customs_eori_number: string | null;
  customs_vat_registration_number: string | null;
  label_message_1: string | null;
  label_message_2: string | null;
  label_message_3: string | null;
  label_logo: string | null;
  print_label_size: "A4" | "A5" | "A6" | "LETTER" | "SIZE_4_x_6" | "SIZE_4_x_8" | null;
  print_label_show_options: boolean;
  print_return_label_size: "A4" | "A5" | "A6" | "LETTER" | "SIZE_4_x_6" | "SIZE_4_x_8" | null;
  print_return_label_show_options: boolean;
  print_customs_size: "A4" | "A5" | "A6" | "LETTER" | "SIZE_4_x_6" | "SIZE_4_x_8" | null;
  print_customs_show_options: boolean;
  print_customs_with_label: boolean;
  print_customs_copies: number | null;
  default_parcel_weight: number | null;
  default_shipping_service: string | null;
  default_shipping_carrier: string | null;
  default_export_reason: "sale" | "gift" | "sample" | "return" | "repair" | "personal_effects" | "other" | null;
  default_delivery_instructions: string | null;
  label_show_postage_paid_logo: boolean;
  label_show_qr_code: boolean;
  customs_use_order_as_invoice: boolean;
  pref_first_mile: ("pickup" | "drop_off")[];
  pref_last_mile: ("home_delivery" | "service_point" | "mailbox" | "po_box")[];
  pref_form_factor: ("letter" | "parcel" | "mailbox" | "pallet" | "long")[];
  pref_age_check: "AGE_16" | "AGE_18" | null;
  pref_signature_required: boolean;
  pref_max_lead_time_days: number | null;
  shipping_app_test_mode: boolean;
};

export type WorkspaceUpdateInput = {
  default_currency?: string;
  default_country_code?: string | null;
  default_weight_unit?: "KG" | "LB" | "OZ" | "G";
  default_dimension_unit?: "CM" | "IN";
  state_tax_id?: string | null;
  federal_tax_id?: string | null;
  default_label_type?: "PDF" | "ZPL" | "PNG" | null;
  insured_by_default?: boolean;
  customs_aes?: string | null;
  customs_eel_pfc?: string | null;
  customs_license_number?: string | null;
  customs_certificate_number?: string | null;
  customs_nip_number?: string | null;
  customs_eori_number?: string | null;
  customs_vat_registration_number?: string | null;
  label_message_1?: string | null;
  label_message_2?: string | null;
  label_message_3?: string | null;
  label_logo?: string | null;
  print_label_size?: "A4" | "A5" | "A6" | "LETTER" | "SIZE_4_x_6" | "SIZE_4_x_8" | null;
  print_label_show_options?: boolean;
  print_return_label_size?: "A4" | "A5" | "A6" | "LETTER" | "SIZE_4_x_6" | "SIZE_4_x_8" | null;
  print_return_label_show_options?: boolean;
  print_customs_size?: "A4" | "A5" | "A6" | "LETTER" | "SIZE_4_x_6" | "SIZE_4_x_8" | null;
  print_customs_show_options?: boolean;
  print_customs_with_label?: boolean;
  print_customs_copies?: number | null;
  default_parcel_weight?: number | null;
  default_shipping_service?: string | null;
  default_shipping_carrier?: string | null;
  default_export_reason?: "sale" | "gift" | "sample" | "return" | "repair" | "personal_effects" | "other" | null;
  default_delivery_instructions?: string | null;
  label_show_postage_paid_logo?: boolean;
  label_show_qr_code?: boolean;
  customs_use_order_as_invoice?: boolean;
  pref_first_mile?: ("pickup" | "drop_off")[];
  pref_last_mile?: ("home_delivery" | "service_point" | "mailbox" | "po_box")[];
  pref_form_factor?: ("letter" | "parcel" | "mailbox" | "pallet" | "long")[];
  pref_age_check?: "AGE_16" | "AGE_18" | null;
  pref_signature_required?: boolean;
  pref_max_lead_time_days?: number | null;
  shipping_app_test_mode?: boolean;
};

export type WorkspaceUpdateOutput = {
  default_currency: string;
  default_country_code: string | null;
  default_weight_unit: "KG" | "LB" | "OZ" | "G";
  default_dimension_unit: "CM" | "IN";
  state_tax_id: string | null;
  federal_tax_id: string | null;
  default_label_type: "PDF" | "ZPL" | "PNG" | null;
  insured_by_default: boolean;
  customs_aes: string | null;
  customs_eel_pfc: string | null;
  customs_license_number: string | null;
  customs_certificate_number: string | null;
  customs_nip_number: string | null;
  customs_eori_number: string | null;
  customs_vat_registration_number: string | null;
  label_message_1: string | null;
  label_message_2: string | null;
  label_message_3: string | null;
  label_logo: string | null;
  print_label_size: "A4" | "A5" | "A6" | "LETTER" | "SIZE_4_x_6" | "SIZE_4_x_8" | null;
  print_label_show_options: boolean;
  print_return_label_size: "A4" | "A5" | "A6" | "LETTER" | "SIZE_4_x_6" | "SIZE_4_x_8" | null;
  print_return_label_show_options: boolean;
  print_customs_size: "A4" | "A5" | "A6" | "LETTER" | "SIZE_4_x_6" | "SIZE_4_x_8" | null;
  print_customs_show_options: boolean;
  print_customs_with_label: boolean;
  print_customs_copies: number | null;
  default_parcel_weight: number | null;
  default_shipping_service: string | null;
  default_shipping_carrier: string | null;
  default_export_reason: "sale" | "gift" | "sample" | "return" | "repair" | "personal_effects" | "other" | null;
  default_delivery_instructions: string | null;
  label_show_postage_paid_logo: boolean;
  label_show_qr_code: boolean;
  customs_use_order_as_invoice: boolean;
  pref_first_mile: ("pickup" | "drop_off")[];
  pref_last_mile: ("home_delivery" | "service_point" | "mailbox" | "po_box")[];
  pref_form_factor: ("letter" | "parcel" | "mailbox" | "pallet" | "long")[];
  pref_age_check: "AGE_16" | "AGE_18" | null;
  pref_signature_required: boolean;
  pref_max_lead_time_days: number | null;
  shipping_app_test_mode: boolean;
};

export type AccessListQuery = {
  /** The member that is meant. */
  member?: string;
  /** The role's key. */
  key?: string;
};

export type AccessExplainQuery = {
  /** The permission that is meant. */
  permission?: "organization.view" | "orders.view" | "shipments.view" | "trackers.view" | "routes.view" | "orders.create" | "orders.update" | "orders.cancel" | "shipments.create" | "shipments.update" | "shipments.cancel" | "trackers.manage" | "customers.view" | "addresses.view" | "customers.manage" | "addresses.manage" | "assets.view" | "pieces.view" | "assets.manage" | "pieces.manage" | "members.invite" | "members.set_flags" | "shipments.import" | "data.import" | "registrations.view" | "invitations.view" | "invitations.revoke" | "roles.view" | "branches.view" | "settings.view" | "keys.view" | "webhooks.view" | "events.view" | "usage.view" | "activity.view" | "delegations.manage" | "routes.view_own" | "purchases.approve" | "invoices.approve" | "routes.manage" | "drivers.assign" | "deliveries.prove" | "location.report" | "registrations.decide" | "members.view" | "members.manage" | "members.set_role" | "roles.manage" | "branches.manage" | "settings.manage" | "branding.manage" | "domains.manage" | "carriers.manage" | "webhooks.manage" | "keys.manage" | "logs.view" | "audit.view" | "audit.export" | "sso.manage" | "channels.manage" | "templates.manage" | "catalog.contribute" | "shares.manage" | "billing.manage" | "data.export" | "organization.transfer" | "organization.delete";
  /** What concerns the record with this id. */
  record?: string;
  /** The member that is meant. */
  member?: string;
  /** The role's key. */
  key?: string;
};

export type AccessGrantorsQuery = {
  /** The permission that is meant. */
  permission: "organization.view" | "orders.view" | "shipments.view" | "trackers.view" | "routes.view" | "orders.create" | "orders.update" | "orders.cancel" | "shipments.create" | "shipments.update" | "shipments.cancel" | "trackers.manage" | "customers.view" | "addresses.view" | "customers.manage" | "addresses.manage" | "assets.view" | "pieces.view" | "assets.manage" | "pieces.manage" | "members.invite" | "members.set_flags" | "shipments.import" | "data.import" | "registrations.view" | "invitations.view" | "invitations.revoke" | "roles.view" | "branches.view" | "settings.view" | "keys.view" | "webhooks.view" | "events.view" | "usage.view" | "activity.view" | "delegations.manage" | "routes.view_own" | "purchases.approve" | "invoices.approve" | "routes.manage" | "drivers.assign" | "deliveries.prove" | "location.report" | "registrations.decide" | "members.view" | "members.manage" | "members.set_role" | "roles.manage" | "branches.manage" | "settings.manage" | "branding.manage" | "domains.manage" | "carriers.manage" | "webhooks.manage" | "keys.manage" | "logs.view" | "audit.view" | "audit.export" | "sso.manage" | "channels.manage" | "templates.manage" | "catalog.contribute" | "shares.manage" | "billing.manage" | "data.export" | "organization.transfer" | "organization.delete";
};

export type AccountNoticesQuery = {
  /** The organization that is meant. */
  organization_id?: string;
  /** Which of them. */
  show?: "all" | "unread" | "archived";
  /** How many a page holds, 100 at most. */
  limit?: number;
  /** `next_cursor` of the page before. It belongs to this list, its order and its filters. */
  cursor?: string;
};

export type ActivityViewQuery = {
  /** From this day on, in the organization's time zone. */
  from: string;
  /** Up to this day and with it, in the organization's time zone. */
  to: string;
  /** Only those with this branch; several with commas. */
  branch?: string[];
};

export type AddressesListQuery = {
  /** How many a page holds, 100 at most. */
  limit?: number;
  /** `next_cursor` of the page before. It belongs to this list, its order and its filters. */
  cursor?: string;
  /** The order; with a minus in front, descending. */
  sort?: string;
  /** Words to look for. */
  q?: string;
  /** Only those with this customer; several with commas. */
  customer_id?: string[];
};

export type AssetsListQuery = {
  /** How many a page holds, 100 at most. */
  limit?: number;
  /** `next_cursor` of the page before. It belongs to this list, its order and its filters. */
  cursor?: string;
  /** The order; with a minus in front, descending. */
  sort?: string;
  /** Words to look for. */
  q?: string;
  /** Only those with this kind; several with commas. */
  kind?: ("vehicle" | "equipment" | "printer")[];
  /** Only those with this status; several with commas. */
  status?: ("in_use" | "spare" | "repair" | "retired")[];
  /** Only those with this branch; several with commas. */
  branch_id?: string[];
};

export type AuditListQuery = {
  /** How many a page holds, 100 at most. */
  limit?: number;
  /** `next_cursor` of the page before. It belongs to this list, its order and its filters. */
  cursor?: string;
  /** The order; with a minus in front, descending. */
  sort?: string;
  /** Words to look for. */
  q?: string;
  /** Only those with this action; several with commas. */
  action?: string[];
  /** Only those with this operation; several with commas. */
  operation?: string[];
  /** Only those with this type; several with commas. */
  type?: string[];
  /** By which door it was done; several with commas. */
  via?: ("session" | "account" | "key" | "import" | "job" | "platform" | "impersonation" | "token" | "none")[];
  /** Only those with this actor; several with commas. */
  actor?: string[];
  /** From this day on, in the organization's time zone. */
  from?: "" | string;
  /** Up to this day and with it, in the organization's time zone. */
  to?: "" | string;
};

export type BranchesListQuery = {
  /** How many a page holds, 100 at most. */
  limit?: number;
  /** `next_cursor` of the page before. It belongs to this list, its order and its filters. */
  cursor?: string;
  /** The order; with a minus in front, descending. */
  sort?: string;
  /** Only those with this kind; several with commas. */
  kind?: ("depot" | "region" | "department")[];
  /** `yes`: archived ones; `no`: the others. */
  archived?: ("true" | "false")[];
};

export type CarrierConnectionsListQuery = {
  /** How many a page holds, 100 at most. */
  limit?: number;
  /** `next_cursor` of the page before. It belongs to this list, its order and its filters. */
  cursor?: string;
  /** The order; with a minus in front, descending. */
  sort?: string;
  /** Only those with this carrier; several with commas. */
  carrier?: ("dhl_express" | "dpd" | "fedex" | "gls" | "postnl" | "ups" | "usps" | "own_fleet" | "other")[];
  /** `yes`: those in use; `no`: the others. */
  active?: ("true" | "false")[];
};

export type CustomersListQuery = {
  /** How many a page holds, 100 at most. */
  limit?: number;
  /** `next_cursor` of the page before. It belongs to this list, its order and its filters. */
  cursor?: string;
  /** The order; with a minus in front, descending. */
  sort?: string;
  /** Words to look for. */
  q?: string;
  /** Only those with this kind; several with commas. */
  kind?: ("company" | "person")[];
  /** Only those with this branch; several with commas. */
  branch_id?: string[];
};

export type DeliveriesListQuery = {
  /** How many a page holds, 100 at most. */
  limit?: number;
  /** `next_cursor` of the page before. It belongs to this list, its order and its filters. */
  cursor?: string;
  /** The order; with a minus in front, descending. */
  sort?: string;
  /** Only those with this webhook; several with commas. */
  webhook?: string[];
  /** Only those with this event; several with commas. */
  event?: string[];
  /** Only those with this state; several with commas. */
  state?: ("waiting" | "sending" | "delivered" | "failed")[];
};

export type EventsListQuery = {
  /** How many a page holds, 100 at most. */
  limit?: number;
  /** `next_cursor` of the page before. It belongs to this list, its order and its filters. */
  cursor?: string;
  /** The order; with a minus in front, descending. */
  sort?: string;
  /** Only those with this type; several with commas. */
  type?: string[];
  /** What concerns the record with this id. */
  record?: string;
  /** What comes after this one, in its order. */
  after?: string;
  /** Test records or live ones. */
  mode?: ("live" | "test")[];
  /** From this day on, in the organization's time zone. */
  from?: "" | string;
  /** Up to this day and with it, in the organization's time zone. */
  to?: "" | string;
};

export type GroupAssignmentsQuery = {
  /** Only those with this members; several with commas. */
  members: string[];
};

export type ImportsRecentQuery = {
  /** The list that is meant. */
  list: "shipments" | "orders" | "pieces" | "customers" | "addresses" | "products" | "parcels" | "assets" | "branches" | "carrier_connections" | "templates";
};

export type ImportsFaultsQuery = {
  /** What comes after this one, in its order. */
  after?: string;
};

export type InvitationsListQuery = {
  /** How many a page holds, 100 at most. */
  limit?: number;
  /** `next_cursor` of the page before. It belongs to this list, its order and its filters. */
  cursor?: string;
  /** The order; with a minus in front, descending. */
  sort?: string;
  /** Words to look for. */
  q?: string;
  /** Which of them. */
  view?: "open" | "history";
  /** Only those with this role; several with commas. */
  role?: string[];
  /** Only those with this state; several with commas. */
  state?: ("sent" | "opened" | "accepted" | "revoked" | "expired")[];
};

export type LogsListQuery = {
  /** How many a page holds, 100 at most. */
  limit?: number;
  /** `next_cursor` of the page before. It belongs to this list, its order and its filters. */
  cursor?: string;
  /** The order; with a minus in front, descending. */
  sort?: string;
  /** Only those with this method; several with commas. */
  method?: ("GET" | "POST" | "PUT" | "PATCH" | "DELETE")[];
  /** Only those with this status; several with commas. */
  status?: ("2xx" | "3xx" | "4xx" | "5xx" | string)[];
  /** `only`: calls that were refused or failed. */
  errors?: "only";
  /** Words to look for. */
  q?: string;
  /** The path that is meant. */
  path?: string;
  /** Calls of this key or person. */
  by?: string;
  /** The address that is meant. */
  address?: string;
  /** The call with this request id. */
  request?: string;
  /** Calls that touched the record with this id. */
  entity?: string;
  /** From this day on, in the organization's time zone. */
  from?: "" | string;
  /** Up to this day and with it, in the organization's time zone. */
  to?: "" | string;
};

export type MembersListQuery = {
  /** How many a page holds, 100 at most. */
  limit?: number;
  /** `next_cursor` of the page before. It belongs to this list, its order and its filters. */
  cursor?: string;
  /** The order; with a minus in front, descending. */
  sort?: string;
  /** Words to look for. */
  q?: string;
  /** Only those with this role; several with commas. */
  role?: string[];
  /** Only those with this status; several with commas. */
  status?: ("active" | "suspended")[];
  /** Only those with this branch; several with commas. */
  branch?: string[];
};

export type NoticesListQuery = {
  /** How many a page holds, 100 at most. */
  limit?: number;
  /** `next_cursor` of the page before. It belongs to this list, its order and its filters. */
  cursor?: string;
  /** The order; with a minus in front, descending. */
  sort?: string;
  /** Which of them. */
  show?: "all" | "unread" | "archived";
};

export type OrdersListQuery = {
  /** How many a page holds, 100 at most. */
  limit?: number;
  /** `next_cursor` of the page before. It belongs to this list, its order and its filters. */
  cursor?: string;
  /** The order; with a minus in front, descending. */
  sort?: string;
  /** Words to look for. */
  q?: string;
  /** Only those with this status; several with commas. */
  status?: ("open" | "confirmed" | "fulfilled" | "cancelled")[];
  /** Only those with this customer; several with commas. */
  customer_id?: string[];
  /** Only those with this channel; several with commas. */
  channel?: ("web" | "phone" | "email" | "counter" | "api")[];
  /** Only those with this branch; several with commas. */
  branch_id?: string[];
};

export type OverviewViewQuery = {
  /** Only those with this branch; several with commas. */
  branch?: string[];
};

export type ParcelsListQuery = {
  /** How many a page holds, 100 at most. */
  limit?: number;
  /** `next_cursor` of the page before. It belongs to this list, its order and its filters. */
  cursor?: string;
  /** The order; with a minus in front, descending. */
  sort?: string;
};

export type PiecesListQuery = {
  /** How many a page holds, 100 at most. */
  limit?: number;
  /** `next_cursor` of the page before. It belongs to this list, its order and its filters. */
  cursor?: string;
  /** The order; with a minus in front, descending. */
  sort?: string;
  /** Words to look for. */
  q?: string;
  /** Only those with this status; several with commas. */
  status?: ("expected" | "in_stock" | "loaded" | "delivered" | "missing")[];
  /** Only those with this branch; several with commas. */
  branch_id?: string[];
};

export type ProductsListQuery = {
  /** How many a page holds, 100 at most. */
  limit?: number;
  /** `next_cursor` of the page before. It belongs to this list, its order and its filters. */
  cursor?: string;
  /** The order; with a minus in front, descending. */
  sort?: string;
  /** Words to look for. */
  q?: string;
  /** `yes`: those in use; `no`: the others. */
  active?: ("true" | "false")[];
};

export type RegistrationsListQuery = {
  /** How many a page holds, 100 at most. */
  limit?: number;
  /** `next_cursor` of the page before. It belongs to this list, its order and its filters. */
  cursor?: string;
  /** The order; with a minus in front, descending. */
  sort?: string;
  /** The state that is meant. */
  state?: "pending" | "approved" | "rejected";
  /** How soon somebody has to decide; several with commas. */
  due?: ("overdue" | "soon" | "later")[];
  /** Words to look for. */
  q?: string;
};

export type SearchRecordsQuery = {
  /** Words to look for. */
  q?: string;
};

export type SettingsHistoryQuery = {
  /** How many a page holds, 100 at most. */
  limit?: number;
  /** `next_cursor` of the page before. It belongs to this list, its order and its filters. */
  cursor?: string;
};

export type ShipmentsListQuery = {
  /** How many a page holds, 100 at most. */
  limit?: number;
  /** `next_cursor` of the page before. It belongs to this list, its order and its filters. */
  cursor?: string;
  /** The order; with a minus in front, descending. */
  sort?: string;
  /** Words to look for. */
  q?: string;
  /** Only those with this status; several with commas. */
  status?: ("draft" | "ready" | "picked_up" | "in_transit" | "out_for_delivery" | "exception" | "delivered" | "cancelled")[];
  /** Only those with this service; several with commas. */
  service?: ("economy" | "standard" | "express" | "same_day" | "freight")[];
  /** Only those with this branch; several with commas. */
  branch?: string[];
  /** Only those with this order; several with commas. */
  order?: string[];
  /** Only the records with these ids; several with commas. */
  ids?: string[];
  /** `yes`: those with a tracking number; `no`: those without. */
  tracked?: ("yes" | "no")[];
  /** Only those with this tracking number; several with commas. */
  tracking_number?: string[];
  /** From this day on, in the organization's time zone. */
  from?: "" | string;
  /** Up to this day and with it, in the organization's time zone. */
  to?: "" | string;
};

export type ShipmentsCountQuery = {
  /** Only those with this branch; several with commas. */
  branch?: string[];
};

export type ShipmentsPrepareQuery = {
  /** From this day on, in the organization's time zone. */
  from?: string;
  /** The order that is meant. */
  order?: string;
};

export type TemplatesListQuery = {
  /** How many a page holds, 100 at most. */
  limit?: number;
  /** `next_cursor` of the page before. It belongs to this list, its order and its filters. */
  cursor?: string;
  /** The order; with a minus in front, descending. */
  sort?: string;
  /** Only those with this kind; several with commas. */
  kind?: ("label" | "packing_slip" | "invoice" | "manifest" | "message")[];
  /** `yes`: those in use; `no`: the others. */
  active?: ("true" | "false")[];
};

export type UsageViewQuery = {
  /** From this day on, in the organization's time zone. */
  from?: string;
  /** Up to this day and with it, in the organization's time zone. */
  to?: string;
};

export type ViewsListQuery = {
  /** The list that is meant. */
  list: string;
};

export type WebhooksCountReplayQuery = {
  /** Of what was made from this moment on; without an offset in the organization's time zone; or so many seconds back */
  since: "3600" | "86400" | "604800" | "2592000" | string;
  /** Of what was made before this moment */
  until?: string;
  /** The only that is meant. */
  only?: "failed" | "all";
};
