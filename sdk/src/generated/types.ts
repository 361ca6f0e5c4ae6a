// Made from the OpenAPI document by `npm run sdk`. Changes made here are lost.

export type AccessAskInput = {
  /** The permission, by its code. */
  permission: "organization.view" | "orders.view" | "shipments.view" | "trackers.view" | "routes.view" | "orders.create" | "orders.update" | "orders.cancel" | "shipments.create" | "shipments.update" | "shipments.cancel" | "trackers.manage" | "customers.view" | "addresses.view" | "customers.manage" | "addresses.manage" | "assets.view" | "pieces.view" | "assets.manage" | "pieces.manage" | "members.invite" | "members.set_flags" | "shipments.import" | "data.import" | "registrations.view" | "invitations.view" | "invitations.revoke" | "roles.view" | "branches.view" | "settings.view" | "keys.view" | "webhooks.view" | "events.view" | "usage.view" | "activity.view" | "delegations.manage" | "routes.view_own" | "purchases.approve" | "invoices.approve" | "routes.manage" | "drivers.assign" | "deliveries.prove" | "location.report" | "registrations.decide" | "members.view" | "members.manage" | "members.set_role" | "roles.manage" | "branches.manage" | "settings.manage" | "branding.manage" | "domains.manage" | "carriers.manage" | "webhooks.manage" | "keys.manage" | "logs.view" | "audit.view" | "audit.export" | "sso.manage" | "channels.manage" | "templates.manage" | "catalog.contribute" | "shares.manage" | "billing.manage" | "data.export" | "organization.transfer" | "organization.delete";
};

export type AccessAskOutput = {
  /** How many people were asked; null where the same was asked lately. */
  told: number | null;
};

export type AccessExplainOutput = {
  /** Whom it is about; null where a key is. */
  member: {
    /** The member's id. */
    id: string;
    /** The member's name. */
    name: string;
    /** The key of their role. */
    role: string;
  } | null;
  /** The key that it is about; null where a member is. */
  key: {
    /** The key's id. */
    id: string;
    /** What people call the key. */
    label: string;
  } | null;
  /** The record that it is about; null where none was named. */
  record: {
    /** The record's id. */
    id: string;
    /** What it is, in words. */
    word: string;
    /** The name of its branch; null for none. */
    branch: string | null;
  } | null;
  /** The permission, by its code. */
  permission: string;
  /** What the permission lets one do. */
  description: string;
  /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
  allowed: boolean;
  /** The answer in one sentence. */
  summary: string;
  /** How that follows, step by step. */
  steps: {
    /** What the step is about. */
    about: "organization" | "membership" | "everybody" | "role" | "branch" | "flag" | "delegation" | "policy" | "plan" | "key" | "record";
    /** Whether it speaks for it, against it, or neither. */
    speaks: "for" | "against" | "neither";
    /** The step, as a sentence. */
    text: string;
    /** Keys of roles, from the member's own to the one that holds the permission. */
    roles?: string[];
  }[];
  /** Who can give it, where it is missing; null where it is not. */
  grantors: {
    /** Names of people who can, some of them. */
    names: string[];
    /** Whether there is anybody who can. */
    anybody: boolean;
  } | null;
};

export type AccessGrantorsOutput = {
  /** Names of people who can, some of them. */
  names: string[];
  /** Whether there is anybody who can. */
  anybody: boolean;
};

export type AccessListOutput = {
  /** Whom it is about; null where a key is. */
  member: {
    /** The member's id. */
    id: string;
    /** The member's name. */
    name: string;
    /** The key of their role. */
    role: string;
  } | null;
  /** The key that it is about; null where a member is. */
  key: {
    /** The key's id. */
    id: string;
    /** What people call the key. */
    label: string;
  } | null;
  /** The records of this page, in the order that was asked for. */
  data: {
    /** The permission, by its code. */
    permission: string;
    /** What the permission lets one do. */
    description: string;
    /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
    allowed: boolean;
    /** The answer in one sentence. */
    summary: string;
  }[];
  /** Send it as `cursor` for the next page; null on the last one. */
  next_cursor: string | null;
};

export type AccessToken = {
  /** The access token. */
  token: string;
};

export type AccountAcceptTermsInput = {
  /** The number of the version. */
  version: number;
};

export type AccountAcceptTermsOutput = Record<string, never>;

export type AccountArchiveNoticesInput = {
  /** Which ones, by their ids. */
  ids: string[];
  /** False takes them out of the archive. */
  archived?: boolean;
};

export type AccountArchiveNoticesOutput = {
  /** How many changed. */
  marked: number;
};

export type AccountEndOtherSessionsOutput = {
  /** How many sessions ended. */
  ended: number;
};

export type AccountEndSessionOutput = {
  /** How many sessions ended. */
  ended: number;
};

export type AccountNoticesOutput = {
  /** The records of this page, in the order that was asked for. */
  data: {
    /** The notice's id. */
    id: string;
    /** The organization's id. */
    organization_id: string;
    /** What it is about, such as `registration.waiting`. */
    kind: string;
    /** The notice in one sentence. */
    title: string;
    /** What it says, in words. */
    body: string | null;
    /** Where it leads, below the organization's host; null for nowhere. */
    path: string | null;
    /** When it was read; null while it is not. */
    read_at: string | null;
    /** When it was made. */
    created_at: string;
    /** The request to join that it is about; null where it is about none. */
    request: {
      /** The request's id. */
      id: string;
      /** `pending`, `approved` or `rejected`. */
      state: "pending" | "approved" | "rejected";
    } | null;
  }[];
  /** Send it as `cursor` for the next page; null on the last one. */
  next_cursor: string | null;
};

export type AccountReadNoticesInput = {
  /** The organization's id. */
  organization_id?: string;
  /** Which ones, by their ids. */
  ids?: string[];
};

export type AccountReadNoticesOutput = {
  /** How many changed. */
  marked: number;
};

export type AccountRequestsOutput = {
  /** The records of this page, in the order that was asked for. */
  data: {
    /** The request's id. */
    id: string;
    /** The organization's name; of a set-up, the organization itself. */
    organization: string;
    /** The first part of the organization's address, such as `acme-shipping`. */
    slug: string;
    /** `pending`, `approved` or `rejected`. */
    state: "pending" | "approved" | "rejected";
    /** What a rejected request ended as; null while it has not. */
    closed_as: "rejected" | "withdrawn" | "overdue" | "taken_back" | null;
    /** A remark for people; empty or null where there is none. */
    note: string | null;
    /** The role that the person was approved with; null before. */
    role_name: string | null;
    /** What the person wrote to the organization. */
    message: string;
    /** When it was made. */
    created_at: string;
    /** By when the organization wants to decide; null where it sets no time. */
    due_at: string | null;
    /** When it was decided; null while it is not. */
    decided_at: string | null;
    /** When they became a member; null while they have not. */
    joined_at: string | null;
  }[];
  /** Send it as `cursor` for the next page; null on the last one. */
  next_cursor: string | null;
};

export type AccountSessionsOutput = {
  /** The records of this page, in the order that was asked for. */
  data: {
    /** The session's id. */
    id: string;
    /** Whether this very call came by it. */
    current: boolean;
    /** How it was done. */
    method: string;
    /** The browser and system that it was done with, as they name themselves. */
    device: string;
    /** The network address that it came from; null where it is not known. */
    address: string | null;
    /** Organizations that the session opened. */
    organizations: string[];
    /** When it was made. */
    created_at: string;
    /** When it was last used, give or take some minutes; null where it never was. */
    last_used_at: string;
  }[];
  /** Send it as `cursor` for the next page; null on the last one. */
  next_cursor: string | null;
};

export type AccountSetUpInput = {
  /** What the organization is to be called. */
  name: string;
  /** The first part of the organization's address, such as `acme-shipping`. */
  slug?: string;
  /** The legal name; null where it is the same. */
  company_name?: string;
  /** What the organization does. */
  industry?: "parcel" | "freight" | "last_mile" | "warehousing" | "retail" | "manufacturing" | "procurement" | "food" | "health" | "public" | "other";
  /** How many people work there. */
  company_size?: "1-10" | "11-50" | "51-200" | "201-1000" | "1001+";
  /** The town. */
  city?: string;
  /** An ISO 3166-1 alpha-2 code, such as `NL`. */
  country?: string;
  /** An ISO 4217 code. Amounts are integers in its minor unit: 1250 of EUR is 12.50. */
  currency?: string;
  /** An IANA time zone, such as `Europe/Amsterdam`. */
  time_zone?: string;
  /** Which roles it began with. */
  role_template?: "fleet" | "procurement" | "staff";
};

export type AccountSetUpOutput = {
  /** The person's account. */
  account: {
    /** The person's id. */
    id: string;
    /** The person's name. */
    name: string;
    /** The person's address. */
    email: string;
    /** An IANA time zone, such as `Europe/Amsterdam`. */
    time_zone: string;
  };
  /** The organization's name; of a set-up, the organization itself. */
  organization: {
    /** The organization's id. */
    id: string;
    /** The first part of the organization's address, such as `acme-shipping`. */
    slug: string;
    /** What the organization is called. */
    name: string;
    /** Its address on the web. */
    address: string;
    /** The legal name; null where it is the same. */
    company_name: string | null;
    /** What the organization does. */
    industry: string | null;
    /** How many people work there. */
    company_size: string | null;
    /** Where its seat is. */
    city: string | null;
    /** The country of its seat, as an ISO 3166-1 code. */
    country: string | null;
    /** An ISO 4217 code. Amounts are integers in its minor unit: 1250 of EUR is 12.50. */
    currency: string;
    /** An IANA time zone, such as `Europe/Amsterdam`. */
    time_zone: string;
    /** The unit of every weight beside it. Inputs may use another one than the organization's. */
    weight_unit: string;
    /** The unit of every length, width and height beside it. */
    dimension_unit: string;
    /** Which roles it began with. */
    role_template: string;
    /** The key of the role that newcomers get where nobody chooses. */
    default_role_key: string;
    /** The key of its plan. */
    plan: string;
    /** `active`, `suspended`, `awaiting_owner` or `deleted`. */
    state: string;
    /** When it was made. */
    created_at: string;
    /** Whether nothing of the set-up is missing. */
    complete: boolean;
    /** What of the set-up is missing, by the names of fields. */
    missing: string[];
  };
  /** The person's membership in it. */
  membership: {
    /** The membership's id. */
    id: string;
    /** The key of the role, such as `dispatcher`. */
    role_key: string;
  };
  /** Whether it was made by this call. */
  created: boolean;
  /** Shown once: null where a request with the same Idempotency-Key comes again. */
  key: string | null | null;
};

export type AccountShowOutput = {
  /** The person's id. */
  id: string;
  /** The person's address. */
  email: string;
  /** The person's name. */
  name: string;
  /** An IANA time zone, such as `Europe/Amsterdam`. */
  time_zone: string;
  /** Whether the person may open the console of the installation. */
  super_admin: boolean;
};

export type AccountTermsOutput = {
  /** The number of the version. */
  version: number;
  /** What it says, in words. */
  body: string;
  /** Where the terms can be read; empty where they stand here. */
  url: string;
  /** Whether who accepts agrees to be added by servers. */
  adds_members: boolean;
  /** When it was published. */
  published_at: string;
  /** When the person accepted it; null while they have not. */
  accepted_at: string | null;
} | null;

export type AccountUpdateInput = {
  /** The person's name. */
  name: string;
  /** An IANA time zone, such as `Europe/Amsterdam`. */
  time_zone: string;
};

export type AccountUpdateOutput = {
  /** The person's name. */
  name: string;
};

export type ActivityViewOutput = {
  /** What was done, day by day. */
  days: {
    /** Orders made on it. */
    orders: number;
    /** Shipments made on it. */
    shipments: number;
    /** How many requests were approved. */
    approvals: number;
    /** How many people were invited. */
    invitations: number;
    /** The day, in the organization's time zone. */
    day: string;
  }[];
  /** What was done, person by person. */
  people: {
    /** How many orders were made. */
    orders: number;
    /** How many shipments were made. */
    shipments: number;
    /** How many requests were approved. */
    approvals: number;
    /** How many people were invited. */
    invitations: number;
    /** The member's id; null for who is no longer one. */
    id: string | null;
    /** Who it was. */
    name: string;
  }[];
  /** Requests that were open at the end of each day. */
  open: {
    /** The day, in the organization's time zone. */
    day: string;
    /** How many. */
    count: number;
  }[];
  /** How fast people came in. */
  provisioning: {
    /** Half of them were let in within this many milliseconds by Berth; null where nobody came. */
    median: number | null;
    /** The slowest, in milliseconds; null where nobody came. */
    worst: number | null;
    /** Half of them came within this many milliseconds of their own; null where nobody came. */
    median_of_people: number | null;
    /** How many have not opened a page yet. */
    unopened: number;
    /** Who came in, newest first. */
    joinings: {
      /** The member's id. */
      id: string;
      /** The person's name. */
      name: string;
      /** By which way. */
      how: string;
      /** When it was decided; null while it is not. */
      decided_at: string;
      /** When they got in. */
      entered_at: string;
      /** What Berth needed, in milliseconds; null while no page was opened. */
      system: number | null;
      /** What the person took, in milliseconds; null while they have not come. */
      people: number | null;
    }[];
  };
};

export type AddressesCreateInput = {
  /** Who is found there. */
  name: string;
  /** The company at this address; empty or null for a person. */
  company?: string | null;
  /** The customer that it is for. Empty or null: none. */
  customer_id?: "" | null | string;
  /** Street and number. */
  street: string;
  /** Flat, floor, gate or whatever else finds the door. */
  extra?: string | null;
  /** The postcode, as the country writes it. */
  postcode?: string | null;
  /** The town. */
  city: string;
  /** State or region, where the country has them in addresses. */
  region?: string | null;
  /** An ISO 3166-1 alpha-2 code, such as `NL`. */
  country: string;
  /** A telephone number, as people write it. */
  phone?: string | null;
  /** Where the place is written to; null for nowhere. */
  email?: string | null;
};

export type AddressesCreateOutput = {
  /** Its id, which begins with a prefix of its kind and sorts by time of creation. */
  id: string;
  /** Who is found there. */
  name: string;
  /** The company at this address; empty or null for a person. */
  company: string | null;
  /** The customer that it is for; null for none. */
  customer: {
    /** The customer's id. */
    id: string;
    /** The customer's name; null for whoever may not see customers. */
    name: string | null;
  } | null;
  /** Street and number. */
  street: string;
  /** Flat, floor, gate or whatever else finds the door. */
  extra: string | null;
  /** The postcode, as the country writes it. */
  postcode: string | null;
  /** The town. */
  city: string;
  /** State or region, where the country has them in addresses. */
  region: string | null;
  /** An ISO 3166-1 alpha-2 code, such as `NL`. */
  country: string;
  /** A telephone number, as people write it. */
  phone: string | null;
  /** Where the place is written to; null for nowhere. */
  email: string | null;
  /** Whether this is a test record. Test and live records never meet. */
  test_mode: boolean;
  /** When it was made. */
  created_at: string;
  /** When it was last changed. */
  updated_at: string;
  /** What the caller may do with it now. A refusal says why, in the words that the call itself would answer. */
  abilities: {
    /** Changing it. */
    update: {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: true;
    } | {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: false;
      /** A code for programs, such as `permission_missing`. */
      reason: string;
      /** A sentence for people. */
      message: string;
    };
    /** Removing it. */
    remove: {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: true;
    } | {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: false;
      /** A code for programs, such as `permission_missing`. */
      reason: string;
      /** A sentence for people. */
      message: string;
    };
  };
};

export type AddressesFindOutput = {
  /** Its id, which begins with a prefix of its kind and sorts by time of creation. */
  id: string;
  /** Who is found there. */
  name: string;
  /** The company at this address; empty or null for a person. */
  company: string | null;
  /** The customer that it is for; null for none. */
  customer: {
    /** The customer's id. */
    id: string;
    /** The customer's name; null for whoever may not see customers. */
    name: string | null;
  } | null;
  /** Street and number. */
  street: string;
  /** Flat, floor, gate or whatever else finds the door. */
  extra: string | null;
  /** The postcode, as the country writes it. */
  postcode: string | null;
  /** The town. */
  city: string;
  /** State or region, where the country has them in addresses. */
  region: string | null;
  /** An ISO 3166-1 alpha-2 code, such as `NL`. */
  country: string;
  /** A telephone number, as people write it. */
  phone: string | null;
  /** Where the place is written to; null for nowhere. */
  email: string | null;
  /** Whether this is a test record. Test and live records never meet. */
  test_mode: boolean;
  /** When it was made. */
  created_at: string;
  /** When it was last changed. */
  updated_at: string;
  /** What the caller may do with it now. A refusal says why, in the words that the call itself would answer. */
  abilities: {
    /** Changing it. */
    update: {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: true;
    } | {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: false;
      /** A code for programs, such as `permission_missing`. */
      reason: string;
      /** A sentence for people. */
      message: string;
    };
    /** Removing it. */
    remove: {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: true;
    } | {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: false;
      /** A code for programs, such as `permission_missing`. */
      reason: string;
      /** A sentence for people. */
      message: string;
    };
  };
};

export type AddressesHistoryOutput = {
  /** The records of this page, in the order that was asked for. */
  data: {
    /** Its id, which begins with a prefix of its kind and sorts by time of creation. */
    id: string;
    /** When it happened. */
    at: string;
    /** Who did it, by name: a member, a key, a server or Berth itself. */
    actor: string;
    /** `insert`, `update` or `delete`. */
    action: "insert" | "update" | "delete";
    /** The fields that changed, each with what was and what is. */
    changes: {
      /** The field that changed, in words. */
      field: string;
      /** What it was; null where it was empty. */
      before: string | null;
      /** What it became; null where it is empty now. */
      after: string | null;
    }[];
  }[];
  /** Send it as `cursor` for the next page; null on the last one. */
  next_cursor: string | null;
};

export type AddressesListOutput = {
  /** The records of this page, in the order that was asked for. */
  data: {
    /** Its id, which begins with a prefix of its kind and sorts by time of creation. */
    id: string;
    /** Who is found there. */
    name: string;
    /** The company at this address; empty or null for a person. */
    company: string | null;
    /** The customer that it is for; null for none. */
    customer: {
      /** The customer's id. */
      id: string;
      /** The customer's name; null for whoever may not see customers. */
      name: string | null;
    } | null;
    /** Street and number. */
    street: string;
    /** Flat, floor, gate or whatever else finds the door. */
    extra: string | null;
    /** The postcode, as the country writes it. */
    postcode: string | null;
    /** The town. */
    city: string;
    /** State or region, where the country has them in addresses. */
    region: string | null;
    /** An ISO 3166-1 alpha-2 code, such as `NL`. */
    country: string;
    /** A telephone number, as people write it. */
    phone: string | null;
    /** Where the place is written to; null for nowhere. */
    email: string | null;
    /** Whether this is a test record. Test and live records never meet. */
    test_mode: boolean;
    /** When it was made. */
    created_at: string;
    /** When it was last changed. */
    updated_at: string;
    /** What the caller may do with it now. A refusal says why, in the words that the call itself would answer. */
    abilities: {
      /** Changing it. */
      update: {
        /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
        allowed: true;
      } | {
        /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
        allowed: false;
        /** A code for programs, such as `permission_missing`. */
        reason: string;
        /** A sentence for people. */
        message: string;
      };
      /** Removing it. */
      remove: {
        /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
        allowed: true;
      } | {
        /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
        allowed: false;
        /** A code for programs, such as `permission_missing`. */
        reason: string;
        /** A sentence for people. */
        message: string;
      };
    };
  }[];
  /** Send it as `cursor` for the next page; null on the last one. */
  next_cursor: string | null;
};

export type AddressesRemoveOutput = {
  /** Its id, which begins with a prefix of its kind and sorts by time of creation. */
  id: string;
  /** Who is found there. */
  name: string;
};

export type AddressesUpdateInput = {
  /** Who is found there. */
  name?: string;
  /** The company at this address; empty or null for a person. */
  company?: string | null;
  /** The customer that it is for. Empty or null: none. */
  customer_id?: "" | null | string;
  /** Street and number. */
  street?: string;
  /** Flat, floor, gate or whatever else finds the door. */
  extra?: string | null;
  /** The postcode, as the country writes it. */
  postcode?: string | null;
  /** The town. */
  city?: string;
  /** State or region, where the country has them in addresses. */
  region?: string | null;
  /** An ISO 3166-1 alpha-2 code, such as `NL`. */
  country?: string;
  /** A telephone number, as people write it. */
  phone?: string | null;
  /** Where the place is written to; null for nowhere. */
  email?: string | null;
};

export type AddressesUpdateOutput = {
  /** Its id, which begins with a prefix of its kind and sorts by time of creation. */
  id: string;
  /** Who is found there. */
  name: string;
  /** The company at this address; empty or null for a person. */
  company: string | null;
  /** The customer that it is for; null for none. */
  customer: {
    /** The customer's id. */
    id: string;
    /** The customer's name; null for whoever may not see customers. */
    name: string | null;
  } | null;
  /** Street and number. */
  street: string;
  /** Flat, floor, gate or whatever else finds the door. */
  extra: string | null;
  /** The postcode, as the country writes it. */
  postcode: string | null;
  /** The town. */
  city: string;
  /** State or region, where the country has them in addresses. */
  region: string | null;
  /** An ISO 3166-1 alpha-2 code, such as `NL`. */
  country: string;
  /** A telephone number, as people write it. */
  phone: string | null;
  /** Where the place is written to; null for nowhere. */
  email: string | null;
  /** Whether this is a test record. Test and live records never meet. */
  test_mode: boolean;
  /** When it was made. */
  created_at: string;
  /** When it was last changed. */
  updated_at: string;
  /** What the caller may do with it now. A refusal says why, in the words that the call itself would answer. */
  abilities: {
    /** Changing it. */
    update: {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: true;
    } | {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: false;
      /** A code for programs, such as `permission_missing`. */
      reason: string;
      /** A sentence for people. */
      message: string;
    };
    /** Removing it. */
    remove: {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: true;
    } | {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: false;
      /** A code for programs, such as `permission_missing`. */
      reason: string;
      /** A sentence for people. */
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
  /** What it is called. */
  name: string;
  /** Number plate or inventory number. No two assets have the same. */
  code: string;
  /** `vehicle`, `equipment` or `printer`. */
  kind: "vehicle" | "equipment" | "printer";
  /** `in_use`, `spare`, `repair` or `retired`. */
  status: "in_use" | "spare" | "repair" | "retired";
  /** The branch that it belongs to. Empty or null: none. */
  branch_id?: "" | null | string;
  /** What it can carry, in `weight_unit`. */
  capacity?: string | number | null;
  /** The maker's serial number. */
  serial?: string | null;
  /** Remarks that only people of the organization see. Line breaks are kept. */
  notes?: string | null;
  /** The unit of every weight beside it. Inputs may use another one than the organization's. */
  weight_unit?: "kg" | "g" | "lb" | "oz";
  /** The unit of every length, width and height beside it. */
  dimension_unit?: "cm" | "in";
};

export type AssetsCreateOutput = {
  /** Its id, which begins with a prefix of its kind and sorts by time of creation. */
  id: string;
  /** What it is called. */
  name: string;
  /** Number plate or inventory number. No two assets have the same. */
  code: string;
  /** `vehicle`, `equipment` or `printer`. */
  kind: string;
  /** `in_use`, `spare`, `repair` or `retired`. */
  status: string;
  /** The branch that it belongs to; null for none. Its name is null for whoever may not see it. */
  branch: {
    /** The branch's id. */
    id: string;
    /** The branch's name; null for whoever may not see it. */
    name: string | null;
  } | null;
  /** What it can carry, in `weight_unit`. */
  capacity: number | null;
  /** The maker's serial number. */
  serial: string | null;
  /** Remarks that only people of the organization see. Line breaks are kept. */
  notes: string | null;
  /** The unit of every weight beside it. Inputs may use another one than the organization's. */
  weight_unit: "kg" | "g" | "lb" | "oz";
  /** The unit of every length, width and height beside it. */
  dimension_unit: "cm" | "in";
  /** Whether this is a test record. Test and live records never meet. */
  test_mode: boolean;
  /** When it was made. */
  created_at: string;
  /** When it was last changed. */
  updated_at: string;
  /** What the caller may do with it now. A refusal says why, in the words that the call itself would answer. */
  abilities: {
    /** Changing it. */
    update: {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: true;
    } | {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: false;
      /** A code for programs, such as `permission_missing`. */
      reason: string;
      /** A sentence for people. */
      message: string;
    };
    /** Removing it. */
    remove: {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: true;
    } | {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: false;
      /** A code for programs, such as `permission_missing`. */
      reason: string;
      /** A sentence for people. */
      message: string;
    };
  };
};

export type AssetsFindOutput = {
  /** Its id, which begins with a prefix of its kind and sorts by time of creation. */
  id: string;
  /** What it is called. */
  name: string;
  /** Number plate or inventory number. No two assets have the same. */
  code: string;
  /** `vehicle`, `equipment` or `printer`. */
  kind: string;
  /** `in_use`, `spare`, `repair` or `retired`. */
  status: string;
  /** The branch that it belongs to; null for none. Its name is null for whoever may not see it. */
  branch: {
    /** The branch's id. */
    id: string;
    /** The branch's name; null for whoever may not see it. */
    name: string | null;
  } | null;
  /** What it can carry, in `weight_unit`. */
  capacity: number | null;
  /** The maker's serial number. */
  serial: string | null;
  /** Remarks that only people of the organization see. Line breaks are kept. */
  notes: string | null;
  /** The unit of every weight beside it. Inputs may use another one than the organization's. */
  weight_unit: "kg" | "g" | "lb" | "oz";
  /** The unit of every length, width and height beside it. */
  dimension_unit: "cm" | "in";
  /** Whether this is a test record. Test and live records never meet. */
  test_mode: boolean;
  /** When it was made. */
  created_at: string;
  /** When it was last changed. */
  updated_at: string;
  /** What the caller may do with it now. A refusal says why, in the words that the call itself would answer. */
  abilities: {
    /** Changing it. */
    update: {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: true;
    } | {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: false;
      /** A code for programs, such as `permission_missing`. */
      reason: string;
      /** A sentence for people. */
      message: string;
    };
    /** Removing it. */
    remove: {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: true;
    } | {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: false;
      /** A code for programs, such as `permission_missing`. */
      reason: string;
      /** A sentence for people. */
      message: string;
    };
  };
};

export type AssetsHistoryOutput = {
  /** The records of this page, in the order that was asked for. */
  data: {
    /** Its id, which begins with a prefix of its kind and sorts by time of creation. */
    id: string;
    /** When it happened. */
    at: string;
    /** Who did it, by name: a member, a key, a server or Berth itself. */
    actor: string;
    /** `insert`, `update` or `delete`. */
    action: "insert" | "update" | "delete";
    /** The fields that changed, each with what was and what is. */
    changes: {
      /** The field that changed, in words. */
      field: string;
      /** What it was; null where it was empty. */
      before: string | null;
      /** What it became; null where it is empty now. */
      after: string | null;
    }[];
  }[];
  /** Send it as `cursor` for the next page; null on the last one. */
  next_cursor: string | null;
};

export type AssetsListOutput = {
  /** The records of this page, in the order that was asked for. */
  data: {
    /** Its id, which begins with a prefix of its kind and sorts by time of creation. */
    id: string;
    /** What it is called. */
    name: string;
    /** Number plate or inventory number. No two assets have the same. */
    code: string;
    /** `vehicle`, `equipment` or `printer`. */
    kind: string;
    /** `in_use`, `spare`, `repair` or `retired`. */
    status: string;
    /** The branch that it belongs to; null for none. Its name is null for whoever may not see it. */
    branch: {
      /** The branch's id. */
      id: string;
      /** The branch's name; null for whoever may not see it. */
      name: string | null;
    } | null;
    /** What it can carry, in `weight_unit`. */
    capacity: number | null;
    /** The maker's serial number. */
    serial: string | null;
    /** Remarks that only people of the organization see. Line breaks are kept. */
    notes: string | null;
    /** The unit of every weight beside it. Inputs may use another one than the organization's. */
    weight_unit: "kg" | "g" | "lb" | "oz";
    /** The unit of every length, width and height beside it. */
    dimension_unit: "cm" | "in";
    /** Whether this is a test record. Test and live records never meet. */
    test_mode: boolean;
    /** When it was made. */
    created_at: string;
    /** When it was last changed. */
    updated_at: string;
    /** What the caller may do with it now. A refusal says why, in the words that the call itself would answer. */
    abilities: {
      /** Changing it. */
      update: {
        /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
        allowed: true;
      } | {
        /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
        allowed: false;
        /** A code for programs, such as `permission_missing`. */
        reason: string;
        /** A sentence for people. */
        message: string;
      };
      /** Removing it. */
      remove: {
        /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
        allowed: true;
      } | {
        /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
        allowed: false;
        /** A code for programs, such as `permission_missing`. */
        reason: string;
        /** A sentence for people. */
        message: string;
      };
    };
  }[];
  /** Send it as `cursor` for the next page; null on the last one. */
  next_cursor: string | null;
};

export type AssetsMoveInput = {
  /** Which ones, by their ids. */
  ids: string[];
  /** The branch that it belongs to. Empty or null: none. */
  branch_id: "" | string | null;
};

export type AssetsMoveOutput = {
  /** How many came to the branch; those that were there already do not count. */
  moved: number;
};

export type AssetsRemoveOutput = {
  /** Its id, which begins with a prefix of its kind and sorts by time of creation. */
  id: string;
  /** What it is called. */
  name: string;
};

export type AssetsUpdateInput = {
  /** What it is called. */
  name?: string;
  /** Number plate or inventory number. No two assets have the same. */
  code?: string;
  /** `vehicle`, `equipment` or `printer`. */
  kind?: "vehicle" | "equipment" | "printer";
  /** `in_use`, `spare`, `repair` or `retired`. */
  status?: "in_use" | "spare" | "repair" | "retired";
  /** What it can carry, in `weight_unit`. */
  capacity?: string | number | null;
  /** The maker's serial number. */
  serial?: string | null;
  /** Remarks that only people of the organization see. Line breaks are kept. */
  notes?: string | null;
  /** The unit of every weight beside it. Inputs may use another one than the organization's. */
  weight_unit?: "kg" | "g" | "lb" | "oz";
  /** The unit of every length, width and height beside it. */
  dimension_unit?: "cm" | "in";
};

export type AssetsUpdateOutput = {
  /** Its id, which begins with a prefix of its kind and sorts by time of creation. */
  id: string;
  /** What it is called. */
  name: string;
  /** Number plate or inventory number. No two assets have the same. */
  code: string;
  /** `vehicle`, `equipment` or `printer`. */
  kind: string;
  /** `in_use`, `spare`, `repair` or `retired`. */
  status: string;
  /** The branch that it belongs to; null for none. Its name is null for whoever may not see it. */
  branch: {
    /** The branch's id. */
    id: string;
    /** The branch's name; null for whoever may not see it. */
    name: string | null;
  } | null;
  /** What it can carry, in `weight_unit`. */
  capacity: number | null;
  /** The maker's serial number. */
  serial: string | null;
  /** Remarks that only people of the organization see. Line breaks are kept. */
  notes: string | null;
  /** The unit of every weight beside it. Inputs may use another one than the organization's. */
  weight_unit: "kg" | "g" | "lb" | "oz";
  /** The unit of every length, width and height beside it. */
  dimension_unit: "cm" | "in";
  /** Whether this is a test record. Test and live records never meet. */
  test_mode: boolean;
  /** When it was made. */
  created_at: string;
  /** When it was last changed. */
  updated_at: string;
  /** What the caller may do with it now. A refusal says why, in the words that the call itself would answer. */
  abilities: {
    /** Changing it. */
    update: {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: true;
    } | {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: false;
      /** A code for programs, such as `permission_missing`. */
      reason: string;
      /** A sentence for people. */
      message: string;
    };
    /** Removing it. */
    remove: {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: true;
    } | {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: false;
      /** A code for programs, such as `permission_missing`. */
      reason: string;
      /** A sentence for people. */
      message: string;
    };
  };
};

export type AuditExportInput = {
  /** What to look for, as words and qualifiers; empty for all. */
  q?: string;
  /** `csv`, or `jsonl`: one JSON object on each line. */
  format: "csv" | "jsonl";
  /** The acting person's password, where they have no second factor. */
  password?: string;
  /** A code from the acting person's authenticator app, or a recovery code. */
  factor_code?: string;
};

export type AuditExportOutput = {
  /** The export's id. */
  id: string;
};

export type AuditExportsOutput = {
  /** The records of this page, in the order that was asked for. */
  data: {
    /** The export's id. */
    id: string;
    /** Who began it, by name. */
    starter: string;
    /** `csv`, or `jsonl`: one JSON object on each line. */
    format: "csv" | "jsonl";
    /** What was looked for, as words and qualifiers. */
    query: string;
    /** How far it is. */
    phase: "writing" | "done" | "failed" | "expired";
    /** How many entries were written. */
    taken: number;
    /** Of a hundred, by how far in time it came; null before the first part. */
    progress: number | null;
    /** Why it failed, as a sentence; null where it did not. */
    problem: string | null;
    /** When it was made. */
    created_at: string;
    /** When it was done; null while it is not. */
    finished_at: string | null;
    /** Until when the file can be fetched; null while there is none. */
    link_until: string | null;
  }[];
  /** Send it as `cursor` for the next page; null on the last one. */
  next_cursor: string | null;
};

export type AuditFiltersOutput = {
  /** Who did something, for a filter. */
  actors: {
    /** The person's id. */
    id: string;
    /** The person's name. */
    name: string;
  }[];
};

export type AuditFindOutput = {
  /** The entry's number. */
  id: number;
  /** When it happened. */
  at: string;
  /** Who did it, by name: a member, a key, a server or Berth itself. */
  actor: string;
  /** By which door: a member, a key, a token, a server, support or Berth itself. */
  via: string | null;
  /** What was done, by the name of the operation. */
  operation: string;
  /** `insert`, `update` or `delete` of a record, or what was done without one. */
  action: string;
  /** The table of the record. */
  record_type: string;
  /** The record's id; null where there is none. */
  record_id: string | null;
  /** What the record was called; null where it had no name. */
  record_name: string | null;
  /** The columns that changed, as they were. Secrets never stand there. */
  before: Record<string, unknown> | null;
  /** The columns that changed, as they are. Secrets never stand there. */
  after: Record<string, unknown> | null;
  /** Why, where somebody had to say so. */
  reason: string | null;
  /** Finds the call in logs and in the audit trail; null where there was none. */
  request_id: string | null;
  /** The record's page on the organization's host; null where it has none. */
  record_path: string | null;
  /** The network address that it came from; null where it is not known. */
  address: string | null;
  /** The client, as it named itself; null where it did not. */
  agent: string | null;
  /** Whose trail it is of, where several are shown. */
  organization?: {
    /** The organization's id. */
    id: string;
    /** What the organization is called. */
    name: string;
  };
  /** Names of what the ids in it stand for, by id. */
  names: Record<string, string>;
};

export type AuditListOutput = {
  /** The records of this page, in the order that was asked for. */
  data: {
    /** The entry's number. */
    id: number;
    /** When it happened. */
    at: string;
    /** Who did it, by name: a member, a key, a server or Berth itself. */
    actor: string;
    /** By which door: a member, a key, a token, a server, support or Berth itself. */
    via: string | null;
    /** What was done, by the name of the operation. */
    operation: string;
    /** `insert`, `update` or `delete` of a record, or what was done without one. */
    action: string;
    /** The table of the record. */
    record_type: string;
    /** The record's id; null where there is none. */
    record_id: string | null;
    /** What the record was called; null where it had no name. */
    record_name: string | null;
    /** The columns that changed, as they were. Secrets never stand there. */
    before: Record<string, unknown> | null;
    /** The columns that changed, as they are. Secrets never stand there. */
    after: Record<string, unknown> | null;
    /** Why, where somebody had to say so. */
    reason: string | null;
    /** Finds the call in logs and in the audit trail; null where there was none. */
    request_id: string | null;
    /** The record's page on the organization's host; null where it has none. */
    record_path: string | null;
    /** The network address that it came from; null where it is not known. */
    address: string | null;
    /** The client, as it named itself; null where it did not. */
    agent: string | null;
    /** Whose trail it is of, where several are shown. */
    organization?: {
      /** The organization's id. */
      id: string;
      /** What the organization is called. */
      name: string;
    };
  }[];
  /** Send it as `cursor` for the next page; null on the last one. */
  next_cursor: string | null;
};

export type AuditProofOutput = {
  /** How many entries are sealed. */
  sealed: number;
  /** How many of them were computed anew and found as they were sealed. */
  verified: number;
  /** Up to when; null where nothing was verified yet. */
  verified_to: string | null;
  /** Whether an entry was found that is not as it was sealed. */
  broken: boolean;
};

export type AuditRetentionOutput = {
  /** How many days the trail is kept; null for good. */
  days: number | null;
  /** A shorter time that waits to hold; null for none. */
  next: number | null;
  /** From when on that holds; null where nothing waits. */
  next_from: string | null;
};

export type AuditSetRetentionInput = {
  /** How many days the trail is kept; null for good. */
  days: number | null;
  /** The acting person's password, where they have no second factor. */
  password?: string;
  /** A code from the acting person's authenticator app, or a recovery code. */
  factor_code?: string;
};

export type AuditSetRetentionOutput = {
  /** How many days the trail is kept; null for good. */
  days: number | null;
  /** A shorter time that waits to hold; null for none. */
  next: number | null;
  /** From when on that holds; null where nothing waits. */
  next_from: string | null;
};

export type BranchesArchiveInput = {
  /** The branch that takes over what the archived one held. Empty or null: nothing moves. */
  into?: "" | string | null;
};

export type BranchesArchiveOutput = {
  /** The branch's id. */
  id: string;
  /** The branch's name. */
  name: string;
  /** A code of capital letters, digits and hyphens. No two branches have the same. */
  code: string;
  /** Whether it is archived: kept, and no longer offered. */
  archived: boolean;
};

export type BranchesChoicesOutput = {
  /** The records of this page, in the order that was asked for. */
  data: {
    /** The branch's id. */
    id: string;
    /** The branch's name. */
    name: string;
    /** A code of capital letters, digits and hyphens. No two branches have the same. */
    code: string;
    /** Whether it is archived: kept, and no longer offered. */
    archived: boolean;
  }[];
  /** Send it as `cursor` for the next page; null on the last one. */
  next_cursor: string | null;
};

export type BranchesCreateInput = {
  /** The branch's name. */
  name: string;
  /** A code of capital letters, digits and hyphens. No two branches have the same. */
  code: string;
  /** `region`, `depot` or `department`. */
  kind: "depot" | "region" | "department";
  /** The branch that it is a part of. Empty or null: it stands at the top. */
  parent_id?: "" | null | string;
  /** The member who leads it. Empty or null: nobody. */
  manager_id?: "" | null | string;
  /** An IANA time zone; null: the organization's. */
  time_zone?: "" | null | "UTC" | "Africa/Abidjan" | "Africa/Accra" | "Africa/Addis_Ababa" | "Africa/Algiers" | "Africa/Asmera" | "Africa/Bamako" | "Africa/Bangui" | "Africa/Banjul" | "Africa/Bissau" | "Africa/Blantyre" | "Africa/Brazzaville" | "Africa/Bujumbura" | "Africa/Cairo" | "Africa/Casablanca" | "Africa/Ceuta" | "Africa/Conakry" | "Africa/Dakar" | "Africa/Dar_es_Salaam" | "Africa/Djibouti" | "Africa/Douala" | "Africa/El_Aaiun" | "Africa/Freetown" | "Africa/Gaborone" | "Africa/Harare" | "Africa/Johannesburg" | "Africa/Juba" | "Africa/Kampala" | "Africa/Khartoum" | "Africa/Kigali" | "Africa/Kinshasa" | "Africa/Lagos" | "Africa/Libreville" | "Africa/Lome" | "Africa/Luanda" | "Africa/Lubumbashi" | "Africa/Lusaka" | "Africa/Malabo" | "Africa/Maputo" | "Africa/Maseru" | "Africa/Mbabane" | "Africa/Mogadishu" | "Africa/Monrovia" | "Africa/Nairobi" | "Africa/Ndjamena" | "Africa/Niamey" | "Africa/Nouakchott" | "Africa/Ouagadougou" | "Africa/Porto-Novo" | "Africa/Sao_Tome" | "Africa/Tripoli" | "Africa/Tunis" | "Africa/Windhoek" | "America/Adak" | "America/Anchorage" | "America/Anguilla" | "America/Antigua" | "America/Araguaina" | "America/Argentina/La_Rioja" | "America/Argentina/Rio_Gallegos" | "America/Argentina/Salta" | "America/Argentina/San_Juan" | "America/Argentina/San_Luis" | "America/Argentina/Tucuman" | "America/Argentina/Ushuaia" | "America/Aruba" | "America/Asuncion" | "America/Bahia" | "America/Bahia_Banderas" | "America/Barbados" | "America/Belem" | "America/Belize" | "America/Blanc-Sablon" | "America/Boa_Vista" | "America/Bogota" | "America/Boise" | "America/Buenos_Aires" | "America/Cambridge_Bay" | "America/Campo_Grande" | "America/Cancun" | "America/Caracas" | "America/Catamarca" | "America/Cayenne" | "America/Cayman" | "America/Chicago" | "America/Chihuahua" | "America/Ciudad_Juarez" | "America/Coral_Harbour" | "America/Cordoba" | "America/Costa_Rica" | "America/Coyhaique" | "America/Creston" | "America/Cuiaba" | "America/Curacao" | "America/Danmarkshavn" | "America/Dawson" | "America/Dawson_Creek" | "America/Denver" | "America/Detroit" | "America/Dominica" | "America/Edmonton" | "America/Eirunepe" | "America/El_Salvador" | "America/Fort_Nelson" | "America/Fortaleza" | "America/Glace_Bay" | "America/Godthab" | "America/Goose_Bay" | "America/Grand_Turk" | "America/Grenada" | "America/Guadeloupe" | "America/Guatemala" | "America/Guayaquil" | "America/Guyana" | "America/Halifax" | "America/Havana" | "America/Hermosillo" | "America/Indiana/Knox" | "America/Indiana/Marengo" | "America/Indiana/Petersburg" | "America/Indiana/Tell_City" | "America/Indiana/Vevay" | "America/Indiana/Vincennes" | "America/Indiana/Winamac" | "America/Indianapolis" | "America/Inuvik" | "America/Iqaluit" | "America/Jamaica" | "America/Jujuy" | "America/Juneau" | "America/Kentucky/Monticello" | "America/Kralendijk" | "America/La_Paz" | "America/Lima" | "America/Los_Angeles" | "America/Louisville" | "America/Lower_Princes" | "America/Maceio" | "America/Managua" | "America/Manaus" | "America/Marigot" | "America/Martinique" | "America/Matamoros" | "America/Mazatlan" | "America/Mendoza" | "America/Menominee" | "America/Merida" | "America/Metlakatla" | "America/Mexico_City" | "America/Miquelon" | "America/Moncton" | "America/Monterrey" | "America/Montevideo" | "America/Montserrat" | "America/Nassau" | "America/New_York" | "America/Nome" | "America/Noronha" | "America/North_Dakota/Beulah" | "America/North_Dakota/Center" | "America/North_Dakota/New_Salem" | "America/Ojinaga" | "America/Panama" | "America/Paramaribo" | "America/Phoenix" | "America/Port-au-Prince" | "America/Port_of_Spain" | "America/Porto_Velho" | "America/Puerto_Rico" | "America/Punta_Arenas" | "America/Rankin_Inlet" | "America/Recife" | "America/Regina" | "America/Resolute" | "America/Rio_Branco" | "America/Santarem" | "America/Santiago" | "America/Santo_Domingo" | "America/Sao_Paulo" | "America/Scoresbysund" | "America/Sitka" | "America/St_Barthelemy" | "America/St_Johns" | "America/St_Kitts" | "America/St_Lucia" | "America/St_Thomas" | "America/St_Vincent" | "America/Swift_Current" | "America/Tegucigalpa" | "America/Thule" | "America/Tijuana" | "America/Toronto" | "America/Tortola" | "America/Vancouver" | "America/Whitehorse" | "America/Winnipeg" | "America/Yakutat" | "Antarctica/Casey" | "Antarctica/Davis" | "Antarctica/DumontDUrville" | "Antarctica/Macquarie" | "Antarctica/Mawson" | "Antarctica/McMurdo" | "Antarctica/Palmer" | "Antarctica/Rothera" | "Antarctica/Syowa" | "Antarctica/Troll" | "Antarctica/Vostok" | "Arctic/Longyearbyen" | "Asia/Aden" | "Asia/Almaty" | "Asia/Amman" | "Asia/Anadyr" | "Asia/Aqtau" | "Asia/Aqtobe" | "Asia/Ashgabat" | "Asia/Atyrau" | "Asia/Baghdad" | "Asia/Bahrain" | "Asia/Baku" | "Asia/Bangkok" | "Asia/Barnaul" | "Asia/Beirut" | "Asia/Bishkek" | "Asia/Brunei" | "Asia/Calcutta" | "Asia/Chita" | "Asia/Colombo" | "Asia/Damascus" | "Asia/Dhaka" | "Asia/Dili" | "Asia/Dubai" | "Asia/Dushanbe" | "Asia/Famagusta" | "Asia/Gaza" | "Asia/Hebron" | "Asia/Hong_Kong" | "Asia/Hovd" | "Asia/Irkutsk" | "Asia/Jakarta" | "Asia/Jayapura" | "Asia/Jerusalem" | "Asia/Kabul" | "Asia/Kamchatka" | "Asia/Karachi" | "Asia/Katmandu" | "Asia/Khandyga" | "Asia/Krasnoyarsk" | "Asia/Kuala_Lumpur" | "Asia/Kuching" | "Asia/Kuwait" | "Asia/Macau" | "Asia/Magadan" | "Asia/Makassar" | "Asia/Manila" | "Asia/Muscat" | "Asia/Nicosia" | "Asia/Novokuznetsk" | "Asia/Novosibirsk" | "Asia/Omsk" | "Asia/Oral" | "Asia/Phnom_Penh" | "Asia/Pontianak" | "Asia/Pyongyang" | "Asia/Qatar" | "Asia/Qostanay" | "Asia/Qyzylorda" | "Asia/Rangoon" | "Asia/Riyadh" | "Asia/Saigon" | "Asia/Sakhalin" | "Asia/Samarkand" | "Asia/Seoul" | "Asia/Shanghai" | "Asia/Singapore" | "Asia/Srednekolymsk" | "Asia/Taipei" | "Asia/Tashkent" | "Asia/Tbilisi" | "Asia/Tehran" | "Asia/Thimphu" | "Asia/Tokyo" | "Asia/Tomsk" | "Asia/Ulaanbaatar" | "Asia/Urumqi" | "Asia/Ust-Nera" | "Asia/Vientiane" | "Asia/Vladivostok" | "Asia/Yakutsk" | "Asia/Yekaterinburg" | "Asia/Yerevan" | "Atlantic/Azores" | "Atlantic/Bermuda" | "Atlantic/Canary" | "Atlantic/Cape_Verde" | "Atlantic/Faeroe" | "Atlantic/Madeira" | "Atlantic/Reykjavik" | "Atlantic/South_Georgia" | "Atlantic/St_Helena" | "Atlantic/Stanley" | "Australia/Adelaide" | "Australia/Brisbane" | "Australia/Broken_Hill" | "Australia/Darwin" | "Australia/Eucla" | "Australia/Hobart" | "Australia/Lindeman" | "Australia/Lord_Howe" | "Australia/Melbourne" | "Australia/Perth" | "Australia/Sydney" | "Europe/Amsterdam" | "Europe/Andorra" | "Europe/Astrakhan" | "Europe/Athens" | "Europe/Belgrade" | "Europe/Berlin" | "Europe/Bratislava" | "Europe/Brussels" | "Europe/Bucharest" | "Europe/Budapest" | "Europe/Busingen" | "Europe/Chisinau" | "Europe/Copenhagen" | "Europe/Dublin" | "Europe/Gibraltar" | "Europe/Guernsey" | "Europe/Helsinki" | "Europe/Isle_of_Man" | "Europe/Istanbul" | "Europe/Jersey" | "Europe/Kaliningrad" | "Europe/Kiev" | "Europe/Kirov" | "Europe/Lisbon" | "Europe/Ljubljana" | "Europe/London" | "Europe/Luxembourg" | "Europe/Madrid" | "Europe/Malta" | "Europe/Mariehamn" | "Europe/Minsk" | "Europe/Monaco" | "Europe/Moscow" | "Europe/Oslo" | "Europe/Paris" | "Europe/Podgorica" | "Europe/Prague" | "Europe/Riga" | "Europe/Rome" | "Europe/Samara" | "Europe/San_Marino" | "Europe/Sarajevo" | "Europe/Saratov" | "Europe/Simferopol" | "Europe/Skopje" | "Europe/Sofia" | "Europe/Stockholm" | "Europe/Tallinn" | "Europe/Tirane" | "Europe/Ulyanovsk" | "Europe/Vaduz" | "Europe/Vatican" | "Europe/Vienna" | "Europe/Vilnius" | "Europe/Volgograd" | "Europe/Warsaw" | "Europe/Zagreb" | "Europe/Zurich" | "Indian/Antananarivo" | "Indian/Chagos" | "Indian/Christmas" | "Indian/Cocos" | "Indian/Comoro" | "Indian/Kerguelen" | "Indian/Mahe" | "Indian/Maldives" | "Indian/Mauritius" | "Indian/Mayotte" | "Indian/Reunion" | "Pacific/Apia" | "Pacific/Auckland" | "Pacific/Bougainville" | "Pacific/Chatham" | "Pacific/Easter" | "Pacific/Efate" | "Pacific/Enderbury" | "Pacific/Fakaofo" | "Pacific/Fiji" | "Pacific/Funafuti" | "Pacific/Galapagos" | "Pacific/Gambier" | "Pacific/Guadalcanal" | "Pacific/Guam" | "Pacific/Honolulu" | "Pacific/Kiritimati" | "Pacific/Kosrae" | "Pacific/Kwajalein" | "Pacific/Majuro" | "Pacific/Marquesas" | "Pacific/Midway" | "Pacific/Nauru" | "Pacific/Niue" | "Pacific/Norfolk" | "Pacific/Noumea" | "Pacific/Pago_Pago" | "Pacific/Palau" | "Pacific/Pitcairn" | "Pacific/Ponape" | "Pacific/Port_Moresby" | "Pacific/Rarotonga" | "Pacific/Saipan" | "Pacific/Tahiti" | "Pacific/Tarawa" | "Pacific/Tongatapu" | "Pacific/Truk" | "Pacific/Wake" | "Pacific/Wallis";
  /** Street and number. */
  street?: string | null;
  /** The town. */
  city?: string | null;
  /** State or region, where the country has them in addresses. */
  region?: string | null;
  /** The postcode, as the country writes it. */
  postcode?: string | null;
  /** An ISO 3166-1 alpha-2 code, such as `NL`. */
  country?: "" | null | string;
};

export type BranchesCreateOutput = {
  /** The branch's id. */
  id: string;
  /** The branch's name. */
  name: string;
  /** A code of capital letters, digits and hyphens. No two branches have the same. */
  code: string;
  /** `region`, `depot` or `department`. */
  kind: string;
  /** The branch that it is a part of; null at the top. */
  parent: {
    /** The id of the branch above it. */
    id: string;
    /** The name of the branch above it; null for whoever may not see it. */
    name: string | null;
  } | null;
  /** The member who leads it; null for none. */
  manager: {
    /** The member's id. */
    id: string;
    /** The member's name; null for whoever may not see members. */
    name: string | null;
  } | null;
  /** An IANA time zone; null: the organization's. */
  time_zone: string | null;
  /** Street and number. */
  street: string | null;
  /** The town. */
  city: string | null;
  /** State or region, where the country has them in addresses. */
  region: string | null;
  /** The postcode, as the country writes it. */
  postcode: string | null;
  /** An ISO 3166-1 alpha-2 code, such as `NL`. */
  country: string | null;
  /** Whether it is archived: kept, and no longer offered. */
  archived: boolean;
  /** When it was made. */
  created_at: string;
  /** When it was last changed. */
  updated_at: string;
  /** What the caller may do with it now. A refusal says why, in the words that the call itself would answer. */
  abilities: {
    /** Changing it. */
    update: {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: true;
    } | {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: false;
      /** A code for programs, such as `permission_missing`. */
      reason: string;
      /** A sentence for people. */
      message: string;
    };
    /** Removing it. */
    remove: {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: true;
    } | {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: false;
      /** A code for programs, such as `permission_missing`. */
      reason: string;
      /** A sentence for people. */
      message: string;
    };
  };
};

export type BranchesFindOutput = {
  /** The branch's id. */
  id: string;
  /** The branch's name. */
  name: string;
  /** A code of capital letters, digits and hyphens. No two branches have the same. */
  code: string;
  /** `region`, `depot` or `department`. */
  kind: string;
  /** The branch that it is a part of; null at the top. */
  parent: {
    /** The id of the branch above it. */
    id: string;
    /** The name of the branch above it; null for whoever may not see it. */
    name: string | null;
  } | null;
  /** The member who leads it; null for none. */
  manager: {
    /** The member's id. */
    id: string;
    /** The member's name; null for whoever may not see members. */
    name: string | null;
  } | null;
  /** An IANA time zone; null: the organization's. */
  time_zone: string | null;
  /** Street and number. */
  street: string | null;
  /** The town. */
  city: string | null;
  /** State or region, where the country has them in addresses. */
  region: string | null;
  /** The postcode, as the country writes it. */
  postcode: string | null;
  /** An ISO 3166-1 alpha-2 code, such as `NL`. */
  country: string | null;
  /** Whether it is archived: kept, and no longer offered. */
  archived: boolean;
  /** When it was made. */
  created_at: string;
  /** When it was last changed. */
  updated_at: string;
  /** What the caller may do with it now. A refusal says why, in the words that the call itself would answer. */
  abilities: {
    /** Changing it. */
    update: {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: true;
    } | {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: false;
      /** A code for programs, such as `permission_missing`. */
      reason: string;
      /** A sentence for people. */
      message: string;
    };
    /** Removing it. */
    remove: {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: true;
    } | {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: false;
      /** A code for programs, such as `permission_missing`. */
      reason: string;
      /** A sentence for people. */
      message: string;
    };
  };
};

export type BranchesHistoryOutput = {
  /** The records of this page, in the order that was asked for. */
  data: {
    /** The branch's id. */
    id: string;
    /** When it happened. */
    at: string;
    /** Who did it, by name: a member, a key, a server or Berth itself. */
    actor: string;
    /** `insert`, `update` or `delete`. */
    action: "insert" | "update" | "delete";
    /** The fields that changed, each with what was and what is. */
    changes: {
      /** The field that changed, in words. */
      field: string;
      /** What it was; null where it was empty. */
      before: string | null;
      /** What it became; null where it is empty now. */
      after: string | null;
    }[];
  }[];
  /** Send it as `cursor` for the next page; null on the last one. */
  next_cursor: string | null;
};

export type BranchesListOutput = {
  /** The records of this page, in the order that was asked for. */
  data: {
    /** The branch's id. */
    id: string;
    /** The branch's name. */
    name: string;
    /** A code of capital letters, digits and hyphens. No two branches have the same. */
    code: string;
    /** `region`, `depot` or `department`. */
    kind: string;
    /** The branch that it is a part of; null at the top. */
    parent: {
      /** The id of the branch above it. */
      id: string;
      /** The name of the branch above it; null for whoever may not see it. */
      name: string | null;
    } | null;
    /** The member who leads it; null for none. */
    manager: {
      /** The member's id. */
      id: string;
      /** The member's name; null for whoever may not see members. */
      name: string | null;
    } | null;
    /** An IANA time zone; null: the organization's. */
    time_zone: string | null;
    /** Street and number. */
    street: string | null;
    /** The town. */
    city: string | null;
    /** State or region, where the country has them in addresses. */
    region: string | null;
    /** The postcode, as the country writes it. */
    postcode: string | null;
    /** An ISO 3166-1 alpha-2 code, such as `NL`. */
    country: string | null;
    /** Whether it is archived: kept, and no longer offered. */
    archived: boolean;
    /** When it was made. */
    created_at: string;
    /** When it was last changed. */
    updated_at: string;
    /** What the caller may do with it now. A refusal says why, in the words that the call itself would answer. */
    abilities: {
      /** Changing it. */
      update: {
        /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
        allowed: true;
      } | {
        /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
        allowed: false;
        /** A code for programs, such as `permission_missing`. */
        reason: string;
        /** A sentence for people. */
        message: string;
      };
      /** Removing it. */
      remove: {
        /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
        allowed: true;
      } | {
        /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
        allowed: false;
        /** A code for programs, such as `permission_missing`. */
        reason: string;
        /** A sentence for people. */
        message: string;
      };
    };
  }[];
  /** Send it as `cursor` for the next page; null on the last one. */
  next_cursor: string | null;
};

export type BranchesPreviewArchiveOutput = {
  /** How many shipments belong to it; more than 1,000 count as 1,001. */
  shipments: number;
  /** How many orders belong to it; more than 1,000 count as 1,001. */
  orders: number;
  /** How many assets belong to it; more than 1,000 count as 1,001. */
  assets: number;
  /** How many customers belong to it; more than 1,000 count as 1,001. */
  customers: number;
  /** How many members are placed in it; those who are everywhere do not count. */
  members: number;
  /** The names of branches below it, which are archived with it. */
  below: string[];
};

export type BranchesRemoveOutput = {
  /** The branch's id. */
  id: string;
  /** The branch's name. */
  name: string;
};

export type BranchesRestoreOutput = {
  /** The branch's id. */
  id: string;
  /** The branch's name. */
  name: string;
  /** A code of capital letters, digits and hyphens. No two branches have the same. */
  code: string;
  /** Whether it is archived: kept, and no longer offered. */
  archived: boolean;
};

export type BranchesTreeOutput = {
  /** All branches that the caller may see. */
  branches: {
    /** The branch's id. */
    id: string;
    /** The branch's name. */
    name: string;
    /** A code of capital letters, digits and hyphens. No two branches have the same. */
    code: string;
    /** `region`, `depot` or `department`. */
    kind: "region" | "depot" | "department";
    /** The branch that it is a part of. Empty or null: it stands at the top. */
    parent_id: string | null;
    /** Where it is, in short; null where it has no address. */
    place: string | null;
    /** An IANA time zone; null: the organization's. */
    time_zone: string | null;
    /** The member who leads it; null for none. */
    manager: {
      /** The member's id. */
      id: string;
      /** The member's name; null for whoever may not see members. */
      name: string;
    } | null;
    /** How many members are placed in it; those who are everywhere do not count. */
    members: number;
    /** Whether it is archived: kept, and no longer offered. */
    archived: boolean;
  }[];
  /** How many members belong to all branches. */
  everywhere: number;
  /** Whether the caller sees a part of the branches only. */
  limited: boolean;
};

export type BranchesUpdateInput = {
  /** The branch's name. */
  name?: string;
  /** A code of capital letters, digits and hyphens. No two branches have the same. */
  code?: string;
  /** `region`, `depot` or `department`. */
  kind?: "depot" | "region" | "department";
  /** The branch that it is a part of. Empty or null: it stands at the top. */
  parent_id?: "" | null | string;
  /** The member who leads it. Empty or null: nobody. */
  manager_id?: "" | null | string;
  /** An IANA time zone; null: the organization's. */
  time_zone?: "" | null | "UTC" | "Africa/Abidjan" | "Africa/Accra" | "Africa/Addis_Ababa" | "Africa/Algiers" | "Africa/Asmera" | "Africa/Bamako" | "Africa/Bangui" | "Africa/Banjul" | "Africa/Bissau" | "Africa/Blantyre" | "Africa/Brazzaville" | "Africa/Bujumbura" | "Africa/Cairo" | "Africa/Casablanca" | "Africa/Ceuta" | "Africa/Conakry" | "Africa/Dakar" | "Africa/Dar_es_Salaam" | "Africa/Djibouti" | "Africa/Douala" | "Africa/El_Aaiun" | "Africa/Freetown" | "Africa/Gaborone" | "Africa/Harare" | "Africa/Johannesburg" | "Africa/Juba" | "Africa/Kampala" | "Africa/Khartoum" | "Africa/Kigali" | "Africa/Kinshasa" | "Africa/Lagos" | "Africa/Libreville" | "Africa/Lome" | "Africa/Luanda" | "Africa/Lubumbashi" | "Africa/Lusaka" | "Africa/Malabo" | "Africa/Maputo" | "Africa/Maseru" | "Africa/Mbabane" | "Africa/Mogadishu" | "Africa/Monrovia" | "Africa/Nairobi" | "Africa/Ndjamena" | "Africa/Niamey" | "Africa/Nouakchott" | "Africa/Ouagadougou" | "Africa/Porto-Novo" | "Africa/Sao_Tome" | "Africa/Tripoli" | "Africa/Tunis" | "Africa/Windhoek" | "America/Adak" | "America/Anchorage" | "America/Anguilla" | "America/Antigua" | "America/Araguaina" | "America/Argentina/La_Rioja" | "America/Argentina/Rio_Gallegos" | "America/Argentina/Salta" | "America/Argentina/San_Juan" | "America/Argentina/San_Luis" | "America/Argentina/Tucuman" | "America/Argentina/Ushuaia" | "America/Aruba" | "America/Asuncion" | "America/Bahia" | "America/Bahia_Banderas" | "America/Barbados" | "America/Belem" | "America/Belize" | "America/Blanc-Sablon" | "America/Boa_Vista" | "America/Bogota" | "America/Boise" | "America/Buenos_Aires" | "America/Cambridge_Bay" | "America/Campo_Grande" | "America/Cancun" | "America/Caracas" | "America/Catamarca" | "America/Cayenne" | "America/Cayman" | "America/Chicago" | "America/Chihuahua" | "America/Ciudad_Juarez" | "America/Coral_Harbour" | "America/Cordoba" | "America/Costa_Rica" | "America/Coyhaique" | "America/Creston" | "America/Cuiaba" | "America/Curacao" | "America/Danmarkshavn" | "America/Dawson" | "America/Dawson_Creek" | "America/Denver" | "America/Detroit" | "America/Dominica" | "America/Edmonton" | "America/Eirunepe" | "America/El_Salvador" | "America/Fort_Nelson" | "America/Fortaleza" | "America/Glace_Bay" | "America/Godthab" | "America/Goose_Bay" | "America/Grand_Turk" | "America/Grenada" | "America/Guadeloupe" | "America/Guatemala" | "America/Guayaquil" | "America/Guyana" | "America/Halifax" | "America/Havana" | "America/Hermosillo" | "America/Indiana/Knox" | "America/Indiana/Marengo" | "America/Indiana/Petersburg" | "America/Indiana/Tell_City" | "America/Indiana/Vevay" | "America/Indiana/Vincennes" | "America/Indiana/Winamac" | "America/Indianapolis" | "America/Inuvik" | "America/Iqaluit" | "America/Jamaica" | "America/Jujuy" | "America/Juneau" | "America/Kentucky/Monticello" | "America/Kralendijk" | "America/La_Paz" | "America/Lima" | "America/Los_Angeles" | "America/Louisville" | "America/Lower_Princes" | "America/Maceio" | "America/Managua" | "America/Manaus" | "America/Marigot" | "America/Martinique" | "America/Matamoros" | "America/Mazatlan" | "America/Mendoza" | "America/Menominee" | "America/Merida" | "America/Metlakatla" | "America/Mexico_City" | "America/Miquelon" | "America/Moncton" | "America/Monterrey" | "America/Montevideo" | "America/Montserrat" | "America/Nassau" | "America/New_York" | "America/Nome" | "America/Noronha" | "America/North_Dakota/Beulah" | "America/North_Dakota/Center" | "America/North_Dakota/New_Salem" | "America/Ojinaga" | "America/Panama" | "America/Paramaribo" | "America/Phoenix" | "America/Port-au-Prince" | "America/Port_of_Spain" | "America/Porto_Velho" | "America/Puerto_Rico" | "America/Punta_Arenas" | "America/Rankin_Inlet" | "America/Recife" | "America/Regina" | "America/Resolute" | "America/Rio_Branco" | "America/Santarem" | "America/Santiago" | "America/Santo_Domingo" | "America/Sao_Paulo" | "America/Scoresbysund" | "America/Sitka" | "America/St_Barthelemy" | "America/St_Johns" | "America/St_Kitts" | "America/St_Lucia" | "America/St_Thomas" | "America/St_Vincent" | "America/Swift_Current" | "America/Tegucigalpa" | "America/Thule" | "America/Tijuana" | "America/Toronto" | "America/Tortola" | "America/Vancouver" | "America/Whitehorse" | "America/Winnipeg" | "America/Yakutat" | "Antarctica/Casey" | "Antarctica/Davis" | "Antarctica/DumontDUrville" | "Antarctica/Macquarie" | "Antarctica/Mawson" | "Antarctica/McMurdo" | "Antarctica/Palmer" | "Antarctica/Rothera" | "Antarctica/Syowa" | "Antarctica/Troll" | "Antarctica/Vostok" | "Arctic/Longyearbyen" | "Asia/Aden" | "Asia/Almaty" | "Asia/Amman" | "Asia/Anadyr" | "Asia/Aqtau" | "Asia/Aqtobe" | "Asia/Ashgabat" | "Asia/Atyrau" | "Asia/Baghdad" | "Asia/Bahrain" | "Asia/Baku" | "Asia/Bangkok" | "Asia/Barnaul" | "Asia/Beirut" | "Asia/Bishkek" | "Asia/Brunei" | "Asia/Calcutta" | "Asia/Chita" | "Asia/Colombo" | "Asia/Damascus" | "Asia/Dhaka" | "Asia/Dili" | "Asia/Dubai" | "Asia/Dushanbe" | "Asia/Famagusta" | "Asia/Gaza" | "Asia/Hebron" | "Asia/Hong_Kong" | "Asia/Hovd" | "Asia/Irkutsk" | "Asia/Jakarta" | "Asia/Jayapura" | "Asia/Jerusalem" | "Asia/Kabul" | "Asia/Kamchatka" | "Asia/Karachi" | "Asia/Katmandu" | "Asia/Khandyga" | "Asia/Krasnoyarsk" | "Asia/Kuala_Lumpur" | "Asia/Kuching" | "Asia/Kuwait" | "Asia/Macau" | "Asia/Magadan" | "Asia/Makassar" | "Asia/Manila" | "Asia/Muscat" | "Asia/Nicosia" | "Asia/Novokuznetsk" | "Asia/Novosibirsk" | "Asia/Omsk" | "Asia/Oral" | "Asia/Phnom_Penh" | "Asia/Pontianak" | "Asia/Pyongyang" | "Asia/Qatar" | "Asia/Qostanay" | "Asia/Qyzylorda" | "Asia/Rangoon" | "Asia/Riyadh" | "Asia/Saigon" | "Asia/Sakhalin" | "Asia/Samarkand" | "Asia/Seoul" | "Asia/Shanghai" | "Asia/Singapore" | "Asia/Srednekolymsk" | "Asia/Taipei" | "Asia/Tashkent" | "Asia/Tbilisi" | "Asia/Tehran" | "Asia/Thimphu" | "Asia/Tokyo" | "Asia/Tomsk" | "Asia/Ulaanbaatar" | "Asia/Urumqi" | "Asia/Ust-Nera" | "Asia/Vientiane" | "Asia/Vladivostok" | "Asia/Yakutsk" | "Asia/Yekaterinburg" | "Asia/Yerevan" | "Atlantic/Azores" | "Atlantic/Bermuda" | "Atlantic/Canary" | "Atlantic/Cape_Verde" | "Atlantic/Faeroe" | "Atlantic/Madeira" | "Atlantic/Reykjavik" | "Atlantic/South_Georgia" | "Atlantic/St_Helena" | "Atlantic/Stanley" | "Australia/Adelaide" | "Australia/Brisbane" | "Australia/Broken_Hill" | "Australia/Darwin" | "Australia/Eucla" | "Australia/Hobart" | "Australia/Lindeman" | "Australia/Lord_Howe" | "Australia/Melbourne" | "Australia/Perth" | "Australia/Sydney" | "Europe/Amsterdam" | "Europe/Andorra" | "Europe/Astrakhan" | "Europe/Athens" | "Europe/Belgrade" | "Europe/Berlin" | "Europe/Bratislava" | "Europe/Brussels" | "Europe/Bucharest" | "Europe/Budapest" | "Europe/Busingen" | "Europe/Chisinau" | "Europe/Copenhagen" | "Europe/Dublin" | "Europe/Gibraltar" | "Europe/Guernsey" | "Europe/Helsinki" | "Europe/Isle_of_Man" | "Europe/Istanbul" | "Europe/Jersey" | "Europe/Kaliningrad" | "Europe/Kiev" | "Europe/Kirov" | "Europe/Lisbon" | "Europe/Ljubljana" | "Europe/London" | "Europe/Luxembourg" | "Europe/Madrid" | "Europe/Malta" | "Europe/Mariehamn" | "Europe/Minsk" | "Europe/Monaco" | "Europe/Moscow" | "Europe/Oslo" | "Europe/Paris" | "Europe/Podgorica" | "Europe/Prague" | "Europe/Riga" | "Europe/Rome" | "Europe/Samara" | "Europe/San_Marino" | "Europe/Sarajevo" | "Europe/Saratov" | "Europe/Simferopol" | "Europe/Skopje" | "Europe/Sofia" | "Europe/Stockholm" | "Europe/Tallinn" | "Europe/Tirane" | "Europe/Ulyanovsk" | "Europe/Vaduz" | "Europe/Vatican" | "Europe/Vienna" | "Europe/Vilnius" | "Europe/Volgograd" | "Europe/Warsaw" | "Europe/Zagreb" | "Europe/Zurich" | "Indian/Antananarivo" | "Indian/Chagos" | "Indian/Christmas" | "Indian/Cocos" | "Indian/Comoro" | "Indian/Kerguelen" | "Indian/Mahe" | "Indian/Maldives" | "Indian/Mauritius" | "Indian/Mayotte" | "Indian/Reunion" | "Pacific/Apia" | "Pacific/Auckland" | "Pacific/Bougainville" | "Pacific/Chatham" | "Pacific/Easter" | "Pacific/Efate" | "Pacific/Enderbury" | "Pacific/Fakaofo" | "Pacific/Fiji" | "Pacific/Funafuti" | "Pacific/Galapagos" | "Pacific/Gambier" | "Pacific/Guadalcanal" | "Pacific/Guam" | "Pacific/Honolulu" | "Pacific/Kiritimati" | "Pacific/Kosrae" | "Pacific/Kwajalein" | "Pacific/Majuro" | "Pacific/Marquesas" | "Pacific/Midway" | "Pacific/Nauru" | "Pacific/Niue" | "Pacific/Norfolk" | "Pacific/Noumea" | "Pacific/Pago_Pago" | "Pacific/Palau" | "Pacific/Pitcairn" | "Pacific/Ponape" | "Pacific/Port_Moresby" | "Pacific/Rarotonga" | "Pacific/Saipan" | "Pacific/Tahiti" | "Pacific/Tarawa" | "Pacific/Tongatapu" | "Pacific/Truk" | "Pacific/Wake" | "Pacific/Wallis";
  /** Street and number. */
  street?: string | null;
  /** The town. */
  city?: string | null;
  /** State or region, where the country has them in addresses. */
  region?: string | null;
  /** The postcode, as the country writes it. */
  postcode?: string | null;
  /** An ISO 3166-1 alpha-2 code, such as `NL`. */
  country?: "" | null | string;
};

export type BranchesUpdateOutput = {
  /** The branch's id. */
  id: string;
  /** The branch's name. */
  name: string;
  /** A code of capital letters, digits and hyphens. No two branches have the same. */
  code: string;
  /** `region`, `depot` or `department`. */
  kind: string;
  /** The branch that it is a part of; null at the top. */
  parent: {
    /** The id of the branch above it. */
    id: string;
    /** The name of the branch above it; null for whoever may not see it. */
    name: string | null;
  } | null;
  /** The member who leads it; null for none. */
  manager: {
    /** The member's id. */
    id: string;
    /** The member's name; null for whoever may not see members. */
    name: string | null;
  } | null;
  /** An IANA time zone; null: the organization's. */
  time_zone: string | null;
  /** Street and number. */
  street: string | null;
  /** The town. */
  city: string | null;
  /** State or region, where the country has them in addresses. */
  region: string | null;
  /** The postcode, as the country writes it. */
  postcode: string | null;
  /** An ISO 3166-1 alpha-2 code, such as `NL`. */
  country: string | null;
  /** Whether it is archived: kept, and no longer offered. */
  archived: boolean;
  /** When it was made. */
  created_at: string;
  /** When it was last changed. */
  updated_at: string;
  /** What the caller may do with it now. A refusal says why, in the words that the call itself would answer. */
  abilities: {
    /** Changing it. */
    update: {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: true;
    } | {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: false;
      /** A code for programs, such as `permission_missing`. */
      reason: string;
      /** A sentence for people. */
      message: string;
    };
    /** Removing it. */
    remove: {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: true;
    } | {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: false;
      /** A code for programs, such as `permission_missing`. */
      reason: string;
      /** A sentence for people. */
      message: string;
    };
  };
};

export type CarrierConnectionsCreateInput = {
  /** What the connection is called where one chooses. */
  name: string;
  /** The carrier's short name, such as `dhl_express`. */
  carrier: "dhl_express" | "dpd" | "fedex" | "gls" | "postnl" | "ups" | "usps" | "own_fleet" | "other";
  /** The number of the organization's account with the carrier. */
  account?: string | null;
  /** Whether it is offered where one chooses. */
  active?: boolean | "true" | "false" | "";
  /** What the carrier wants from who calls it. It is sealed and never shown; left out, what is there stays. */
  credentials?: string;
};

export type CarrierConnectionsCreateOutput = {
  /** Its id, which begins with a prefix of its kind and sorts by time of creation. */
  id: string;
  /** What the connection is called where one chooses. */
  name: string;
  /** The carrier's short name, such as `dhl_express`. */
  carrier: string;
  /** The number of the organization's account with the carrier. */
  account: string | null;
  /** Whether it is offered where one chooses. */
  active: boolean;
  /** Whether credentials are kept for it. */
  credentials_set: boolean;
  /** Whether this is a test record. Test and live records never meet. */
  test_mode: boolean;
  /** When it was made. */
  created_at: string;
  /** When it was last changed. */
  updated_at: string;
  /** What the caller may do with it now. A refusal says why, in the words that the call itself would answer. */
  abilities: {
    /** Changing it. */
    update: {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: true;
    } | {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: false;
      /** A code for programs, such as `permission_missing`. */
      reason: string;
      /** A sentence for people. */
      message: string;
    };
    /** Removing it. */
    remove: {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: true;
    } | {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: false;
      /** A code for programs, such as `permission_missing`. */
      reason: string;
      /** A sentence for people. */
      message: string;
    };
  };
};

export type CarrierConnectionsFindOutput = {
  /** Its id, which begins with a prefix of its kind and sorts by time of creation. */
  id: string;
  /** What the connection is called where one chooses. */
  name: string;
  /** The carrier's short name, such as `dhl_express`. */
  carrier: string;
  /** The number of the organization's account with the carrier. */
  account: string | null;
  /** Whether it is offered where one chooses. */
  active: boolean;
  /** Whether credentials are kept for it. */
  credentials_set: boolean;
  /** Whether this is a test record. Test and live records never meet. */
  test_mode: boolean;
  /** When it was made. */
  created_at: string;
  /** When it was last changed. */
  updated_at: string;
  /** What the caller may do with it now. A refusal says why, in the words that the call itself would answer. */
  abilities: {
    /** Changing it. */
    update: {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: true;
    } | {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: false;
      /** A code for programs, such as `permission_missing`. */
      reason: string;
      /** A sentence for people. */
      message: string;
    };
    /** Removing it. */
    remove: {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: true;
    } | {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: false;
      /** A code for programs, such as `permission_missing`. */
      reason: string;
      /** A sentence for people. */
      message: string;
    };
  };
};

export type CarrierConnectionsHistoryOutput = {
  /** The records of this page, in the order that was asked for. */
  data: {
    /** Its id, which begins with a prefix of its kind and sorts by time of creation. */
    id: string;
    /** When it happened. */
    at: string;
    /** Who did it, by name: a member, a key, a server or Berth itself. */
    actor: string;
    /** `insert`, `update` or `delete`. */
    action: "insert" | "update" | "delete";
    /** The fields that changed, each with what was and what is. */
    changes: {
      /** The field that changed, in words. */
      field: string;
      /** What it was; null where it was empty. */
      before: string | null;
      /** What it became; null where it is empty now. */
      after: string | null;
    }[];
  }[];
  /** Send it as `cursor` for the next page; null on the last one. */
  next_cursor: string | null;
};

export type CarrierConnectionsListOutput = {
  /** The records of this page, in the order that was asked for. */
  data: {
    /** Its id, which begins with a prefix of its kind and sorts by time of creation. */
    id: string;
    /** What the connection is called where one chooses. */
    name: string;
    /** The carrier's short name, such as `dhl_express`. */
    carrier: string;
    /** The number of the organization's account with the carrier. */
    account: string | null;
    /** Whether it is offered where one chooses. */
    active: boolean;
    /** Whether credentials are kept for it. */
    credentials_set: boolean;
    /** Whether this is a test record. Test and live records never meet. */
    test_mode: boolean;
    /** When it was made. */
    created_at: string;
    /** When it was last changed. */
    updated_at: string;
    /** What the caller may do with it now. A refusal says why, in the words that the call itself would answer. */
    abilities: {
      /** Changing it. */
      update: {
        /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
        allowed: true;
      } | {
        /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
        allowed: false;
        /** A code for programs, such as `permission_missing`. */
        reason: string;
        /** A sentence for people. */
        message: string;
      };
      /** Removing it. */
      remove: {
        /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
        allowed: true;
      } | {
        /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
        allowed: false;
        /** A code for programs, such as `permission_missing`. */
        reason: string;
        /** A sentence for people. */
        message: string;
      };
    };
  }[];
  /** Send it as `cursor` for the next page; null on the last one. */
  next_cursor: string | null;
};

export type CarrierConnectionsRemoveOutput = {
  /** Its id, which begins with a prefix of its kind and sorts by time of creation. */
  id: string;
  /** What the connection is called where one chooses. */
  name: string;
};

export type CarrierConnectionsUpdateInput = {
  /** What the connection is called where one chooses. */
  name?: string;
  /** The carrier's short name, such as `dhl_express`. */
  carrier?: "dhl_express" | "dpd" | "fedex" | "gls" | "postnl" | "ups" | "usps" | "own_fleet" | "other";
  /** The number of the organization's account with the carrier. */
  account?: string | null;
  /** Whether it is offered where one chooses. */
  active?: boolean | "true" | "false" | "";
  /** What the carrier wants from who calls it. It is sealed and never shown; left out, what is there stays. */
  credentials?: string;
};

export type CarrierConnectionsUpdateOutput = {
  /** Its id, which begins with a prefix of its kind and sorts by time of creation. */
  id: string;
  /** What the connection is called where one chooses. */
  name: string;
  /** The carrier's short name, such as `dhl_express`. */
  carrier: string;
  /** The number of the organization's account with the carrier. */
  account: string | null;
  /** Whether it is offered where one chooses. */
  active: boolean;
  /** Whether credentials are kept for it. */
  credentials_set: boolean;
  /** Whether this is a test record. Test and live records never meet. */
  test_mode: boolean;
  /** When it was made. */
  created_at: string;
  /** When it was last changed. */
  updated_at: string;
  /** What the caller may do with it now. A refusal says why, in the words that the call itself would answer. */
  abilities: {
    /** Changing it. */
    update: {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: true;
    } | {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: false;
      /** A code for programs, such as `permission_missing`. */
      reason: string;
      /** A sentence for people. */
      message: string;
    };
    /** Removing it. */
    remove: {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: true;
    } | {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: false;
      /** A code for programs, such as `permission_missing`. */
      reason: string;
      /** A sentence for people. */
      message: string;
    };
  };
};

export type CustomersCreateInput = {
  /** What the customer is called. */
  name: string;
  /** `company` or `person`. */
  kind: "company" | "person";
  /** Where the customer is written to; null for nowhere. */
  email?: string | null;
  /** A telephone number, as people write it. */
  phone?: string | null;
  /** The branch that it belongs to. Empty or null: none. */
  branch_id?: "" | null | string;
  /** The customer's tax number. */
  tax_id?: string | null;
  /** Remarks that only people of the organization see. Line breaks are kept. */
  notes?: string | null;
};

export type CustomersCreateOutput = {
  /** Its id, which begins with a prefix of its kind and sorts by time of creation. */
  id: string;
  /** What the customer is called. */
  name: string;
  /** `company` or `person`. */
  kind: string;
  /** Where the customer is written to; null for nowhere. */
  email: string | null;
  /** A telephone number, as people write it. */
  phone: string | null;
  /** The branch that it belongs to; null for none. Its name is null for whoever may not see it. */
  branch: {
    /** The branch's id. */
    id: string;
    /** The branch's name; null for whoever may not see it. */
    name: string | null;
  } | null;
  /** The customer's tax number. */
  tax_id: string | null;
  /** Remarks that only people of the organization see. Line breaks are kept. */
  notes: string | null;
  /** Whether this is a test record. Test and live records never meet. */
  test_mode: boolean;
  /** When it was made. */
  created_at: string;
  /** When it was last changed. */
  updated_at: string;
  /** What the caller may do with it now. A refusal says why, in the words that the call itself would answer. */
  abilities: {
    /** Changing it. */
    update: {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: true;
    } | {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: false;
      /** A code for programs, such as `permission_missing`. */
      reason: string;
      /** A sentence for people. */
      message: string;
    };
    /** Removing it. */
    remove: {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: true;
    } | {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: false;
      /** A code for programs, such as `permission_missing`. */
      reason: string;
      /** A sentence for people. */
      message: string;
    };
  };
};

export type CustomersFindOutput = {
  /** Its id, which begins with a prefix of its kind and sorts by time of creation. */
  id: string;
  /** What the customer is called. */
  name: string;
  /** `company` or `person`. */
  kind: string;
  /** Where the customer is written to; null for nowhere. */
  email: string | null;
  /** A telephone number, as people write it. */
  phone: string | null;
  /** The branch that it belongs to; null for none. Its name is null for whoever may not see it. */
  branch: {
    /** The branch's id. */
    id: string;
    /** The branch's name; null for whoever may not see it. */
    name: string | null;
  } | null;
  /** The customer's tax number. */
  tax_id: string | null;
  /** Remarks that only people of the organization see. Line breaks are kept. */
  notes: string | null;
  /** Whether this is a test record. Test and live records never meet. */
  test_mode: boolean;
  /** When it was made. */
  created_at: string;
  /** When it was last changed. */
  updated_at: string;
  /** What the caller may do with it now. A refusal says why, in the words that the call itself would answer. */
  abilities: {
    /** Changing it. */
    update: {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: true;
    } | {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: false;
      /** A code for programs, such as `permission_missing`. */
      reason: string;
      /** A sentence for people. */
      message: string;
    };
    /** Removing it. */
    remove: {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: true;
    } | {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: false;
      /** A code for programs, such as `permission_missing`. */
      reason: string;
      /** A sentence for people. */
      message: string;
    };
  };
};

export type CustomersHistoryOutput = {
  /** The records of this page, in the order that was asked for. */
  data: {
    /** Its id, which begins with a prefix of its kind and sorts by time of creation. */
    id: string;
    /** When it happened. */
    at: string;
    /** Who did it, by name: a member, a key, a server or Berth itself. */
    actor: string;
    /** `insert`, `update` or `delete`. */
    action: "insert" | "update" | "delete";
    /** The fields that changed, each with what was and what is. */
    changes: {
      /** The field that changed, in words. */
      field: string;
      /** What it was; null where it was empty. */
      before: string | null;
      /** What it became; null where it is empty now. */
      after: string | null;
    }[];
  }[];
  /** Send it as `cursor` for the next page; null on the last one. */
  next_cursor: string | null;
};

export type CustomersListOutput = {
  /** The records of this page, in the order that was asked for. */
  data: {
    /** Its id, which begins with a prefix of its kind and sorts by time of creation. */
    id: string;
    /** What the customer is called. */
    name: string;
    /** `company` or `person`. */
    kind: string;
    /** Where the customer is written to; null for nowhere. */
    email: string | null;
    /** A telephone number, as people write it. */
    phone: string | null;
    /** The branch that it belongs to; null for none. Its name is null for whoever may not see it. */
    branch: {
      /** The branch's id. */
      id: string;
      /** The branch's name; null for whoever may not see it. */
      name: string | null;
    } | null;
    /** The customer's tax number. */
    tax_id: string | null;
    /** Remarks that only people of the organization see. Line breaks are kept. */
    notes: string | null;
    /** Whether this is a test record. Test and live records never meet. */
    test_mode: boolean;
    /** When it was made. */
    created_at: string;
    /** When it was last changed. */
    updated_at: string;
    /** What the caller may do with it now. A refusal says why, in the words that the call itself would answer. */
    abilities: {
      /** Changing it. */
      update: {
        /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
        allowed: true;
      } | {
        /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
        allowed: false;
        /** A code for programs, such as `permission_missing`. */
        reason: string;
        /** A sentence for people. */
        message: string;
      };
      /** Removing it. */
      remove: {
        /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
        allowed: true;
      } | {
        /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
        allowed: false;
        /** A code for programs, such as `permission_missing`. */
        reason: string;
        /** A sentence for people. */
        message: string;
      };
    };
  }[];
  /** Send it as `cursor` for the next page; null on the last one. */
  next_cursor: string | null;
};

export type CustomersMoveInput = {
  /** Which ones, by their ids. */
  ids: string[];
  /** The branch that it belongs to. Empty or null: none. */
  branch_id: "" | string | null;
};

export type CustomersMoveOutput = {
  /** How many came to the branch; those that were there already do not count. */
  moved: number;
};

export type CustomersRemoveOutput = {
  /** Its id, which begins with a prefix of its kind and sorts by time of creation. */
  id: string;
  /** What the customer is called. */
  name: string;
};

export type CustomersUpdateInput = {
  /** What the customer is called. */
  name?: string;
  /** `company` or `person`. */
  kind?: "company" | "person";
  /** Where the customer is written to; null for nowhere. */
  email?: string | null;
  /** A telephone number, as people write it. */
  phone?: string | null;
  /** The customer's tax number. */
  tax_id?: string | null;
  /** Remarks that only people of the organization see. Line breaks are kept. */
  notes?: string | null;
};

export type CustomersUpdateOutput = {
  /** Its id, which begins with a prefix of its kind and sorts by time of creation. */
  id: string;
  /** What the customer is called. */
  name: string;
  /** `company` or `person`. */
  kind: string;
  /** Where the customer is written to; null for nowhere. */
  email: string | null;
  /** A telephone number, as people write it. */
  phone: string | null;
  /** The branch that it belongs to; null for none. Its name is null for whoever may not see it. */
  branch: {
    /** The branch's id. */
    id: string;
    /** The branch's name; null for whoever may not see it. */
    name: string | null;
  } | null;
  /** The customer's tax number. */
  tax_id: string | null;
  /** Remarks that only people of the organization see. Line breaks are kept. */
  notes: string | null;
  /** Whether this is a test record. Test and live records never meet. */
  test_mode: boolean;
  /** When it was made. */
  created_at: string;
  /** When it was last changed. */
  updated_at: string;
  /** What the caller may do with it now. A refusal says why, in the words that the call itself would answer. */
  abilities: {
    /** Changing it. */
    update: {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: true;
    } | {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: false;
      /** A code for programs, such as `permission_missing`. */
      reason: string;
      /** A sentence for people. */
      message: string;
    };
    /** Removing it. */
    remove: {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: true;
    } | {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: false;
      /** A code for programs, such as `permission_missing`. */
      reason: string;
      /** A sentence for people. */
      message: string;
    };
  };
};

export type DelegationsChoicesOutput = {
  /** The records of this page, in the order that was asked for. */
  data: {
    /** Its id, which begins with a prefix of its kind and sorts by time of creation. */
    id: string;
    /** What people call it. */
    name: string;
    /** An e-mail address, in small letters. */
    email: string;
  }[];
  /** Send it as `cursor` for the next page; null on the last one. */
  next_cursor: string | null;
};

export type DelegationsCreateInput = {
  /** Who gets the rights. */
  to: string;
  /** Who lends; when one is made, its first day in the organization's time zone. */
  from: string;
  /** The last day, whole, in the organization's time zone. */
  until: string;
  /** A remark for people; empty or null where there is none. */
  note?: string;
};

export type DelegationsCreateOutput = {
  /** Its id, which begins with a prefix of its kind and sorts by time of creation. */
  id: string;
};

export type DelegationsEndOutput = Record<string, never>;

export type DelegationsLendInput = {
  /** Who gets the rights. */
  to: string;
  /** What is lent, by the codes of permissions. */
  permissions: ("organization.view" | "orders.view" | "shipments.view" | "trackers.view" | "routes.view" | "orders.create" | "orders.update" | "orders.cancel" | "shipments.create" | "shipments.update" | "shipments.cancel" | "trackers.manage" | "customers.view" | "addresses.view" | "customers.manage" | "addresses.manage" | "assets.view" | "pieces.view" | "assets.manage" | "pieces.manage" | "members.invite" | "members.set_flags" | "shipments.import" | "data.import" | "registrations.view" | "invitations.view" | "invitations.revoke" | "roles.view" | "branches.view" | "settings.view" | "keys.view" | "webhooks.view" | "events.view" | "usage.view" | "activity.view" | "delegations.manage" | "routes.view_own" | "purchases.approve" | "invoices.approve" | "routes.manage" | "drivers.assign" | "deliveries.prove" | "location.report" | "registrations.decide" | "members.view" | "members.manage" | "members.set_role" | "roles.manage" | "branches.manage" | "settings.manage" | "branding.manage" | "domains.manage" | "carriers.manage" | "webhooks.manage" | "keys.manage" | "logs.view" | "audit.view" | "audit.export" | "sso.manage" | "channels.manage" | "templates.manage" | "catalog.contribute" | "shares.manage" | "billing.manage" | "data.export" | "organization.transfer" | "organization.delete")[];
  /** The last day, whole, in the organization's time zone. */
  until: string;
  /** A remark for people; empty or null where there is none. */
  note?: string;
  /** The acting person's password, where they have no second factor. */
  password?: string;
  /** A code from the acting person's authenticator app, or a recovery code. */
  factor_code?: string;
};

export type DelegationsLendOutput = {
  /** Its id, which begins with a prefix of its kind and sorts by time of creation. */
  id: string;
};

export type DelegationsListOutput = {
  /** The records of this page, in the order that was asked for. */
  data: {
    /** Its id, which begins with a prefix of its kind and sorts by time of creation. */
    id: string;
    /** Who lends; when one is made, its first day in the organization's time zone. */
    from: {
      /** The member's id. */
      id: string;
      /** The member's name. */
      name: string;
    };
    /** Who gets the rights. */
    to: {
      /** The member's id. */
      id: string;
      /** The member's name. */
      name: string;
    };
    /** Whether it lends the queue of requests to somebody who stands in. */
    stand_in: boolean;
    /** What is lent, by the codes of permissions. */
    permissions: string[];
    /** From when on it holds. */
    starts_at: string;
    /** Until when it holds. */
    ends_at: string;
    /** A remark for people; empty or null where there is none. */
    note: string | null;
    /** Whether it holds now. */
    live: boolean;
    /** Whether it is the caller's own. */
    mine: boolean;
    /** Whether it is for the caller. */
    for_me: boolean;
    /** Whether the caller may end it. */
    may_end: boolean;
  }[];
  /** Send it as `cursor` for the next page; null on the last one. */
  next_cursor: string | null;
};

export type DeliveriesFindOutput = {
  /** Its id, which begins with a prefix of its kind and sorts by time of creation. */
  id: string;
  /** The endpoint's id. */
  webhook: string;
  /** The type of the event, such as `shipment.delivered`. */
  event: string;
  /** The event's id, as `X-Event-Id` carries it. */
  event_id: string;
  /** `waiting`, `sending`, `delivered` or `failed`: after ten tries over three days. */
  state: "waiting" | "sending" | "delivered" | "failed";
  /** How often it was tried. */
  attempts: number;
  /** When it is tried again; null where it is not. */
  next_try_at: string | null;
  /** The status that the receiver last answered; null where nothing answered. */
  last_status: number | null;
  /** Why the last try failed; null where it did not. */
  last_error: string | null;
  /** When it was made. */
  created_at: string;
  /** When it was done; null while it is not. */
  finished_at: string | null;
  /** What is sent. */
  request: {
    /** The headers, without what is secret. */
    headers: Record<string, string>;
    /** Null where you may not see such records, or it is gone. */
    body: string | null;
  };
  /** Each try, oldest first. */
  tries: {
    /** Which try it was, from 1. */
    number: number;
    /** When it happened. */
    at: string;
    /** Where it was sent. */
    url: string;
    /** How long it took. */
    milliseconds: number;
    /** The status that was answered; null where nothing answered. */
    status: number | null;
    /** Why it failed; null where it did not. */
    error: string | null;
    /** Its first 2,048 characters, without what looks like a secret. Null with the body. */
    answer: string | null;
  }[];
};

export type DeliveriesListOutput = {
  /** The records of this page, in the order that was asked for. */
  data: {
    /** Its id, which begins with a prefix of its kind and sorts by time of creation. */
    id: string;
    /** The endpoint's id. */
    webhook: string;
    /** The type of the event, such as `shipment.delivered`. */
    event: string;
    /** The event's id, as `X-Event-Id` carries it. */
    event_id: string;
    /** `waiting`, `sending`, `delivered` or `failed`: after ten tries over three days. */
    state: "waiting" | "sending" | "delivered" | "failed";
    /** How often it was tried. */
    attempts: number;
    /** When it is tried again; null where it is not. */
    next_try_at: string | null;
    /** The status that the receiver last answered; null where nothing answered. */
    last_status: number | null;
    /** Why the last try failed; null where it did not. */
    last_error: string | null;
    /** When it was made. */
    created_at: string;
    /** When it was done; null while it is not. */
    finished_at: string | null;
  }[];
  /** Send it as `cursor` for the next page; null on the last one. */
  next_cursor: string | null;
};

export type DeliveriesReplayOutput = Record<string, never>;

export type EventsFindOutput = {
  /** Its id, which begins with a prefix of its kind and sorts by time of creation. */
  id: string;
  /** What happened, as `noun.verb`. */
  type: string;
  /** The name that Karrio has for it; null where it has none. */
  karrio_type: string | null;
  /** The record as it stood. Null where you may not see records of this kind. */
  data: Record<string, unknown> | null;
  /** Whether this is a test record. Test and live records never meet. */
  test_mode: boolean;
  /** When it was made. */
  created_at: string;
};

export type EventsListOutput = {
  /** The records of this page, in the order that was asked for. */
  data: {
    /** Its id, which begins with a prefix of its kind and sorts by time of creation. */
    id: string;
    /** What happened, as `noun.verb`. */
    type: string;
    /** The name that Karrio has for it; null where it has none. */
    karrio_type: string | null;
    /** The record as it stood. Null where you may not see records of this kind. */
    data: Record<string, unknown> | null;
    /** Whether this is a test record. Test and live records never meet. */
    test_mode: boolean;
    /** When it was made. */
    created_at: string;
  }[];
  /** Send it as `cursor` for the next page; null on the last one. */
  next_cursor: string | null;
};

export type EventsTypesOutput = {
  /** The records of this page, in the order that was asked for. */
  data: {
    /** What happened, as `noun.verb`. */
    type: string;
    /** The name that Karrio has for it; null where it has none. */
    karrio_type: string | null;
    /** What it tells of, in words. */
    of: string;
    /** When it is sent. */
    when: string;
    /** Whether you may see what it carries. */
    seen: boolean;
    /** What such an event carries, with made-up values. */
    sample: Record<string, unknown>;
  }[];
  /** Send it as `cursor` for the next page; null on the last one. */
  next_cursor: string | null;
};

export type GroupAcceptInput = {
  /** The figures that the head may see. */
  figures?: ("members" | "requests" | "invitations" | "shipments" | "orders")[];
  /** The keys of roles that the head may give to its own people. */
  roles?: string[];
  /** The acting person's password, where they have no second factor. */
  password?: string;
  /** A code from the acting person's authenticator app, or a recovery code. */
  factor_code?: string;
};

export type GroupAcceptOutput = Record<string, never>;

export type GroupAssignInput = {
  /** Members of the head who are to work there. */
  members: string[];
  /** Where they are to work, and as what. */
  targets: {
    /** The id of the link between the two. */
    id: string;
    /** The key of a role that the organization agreed to. */
    role: string;
  }[];
  /** The acting person's password, where they have no second factor. */
  password?: string;
  /** A code from the acting person's authenticator app, or a recovery code. */
  factor_code?: string;
};

export type GroupAssignOutput = {
  /** Whether all of it was done. It is all or nothing. */
  done: boolean;
  /** What became of it, organization by organization. */
  results: {
    /** The id of the link between the two. */
    id: string;
    /** Why not; null where nothing is in the way. */
    fault: "not_in_group" | "not_active" | "role_not_agreed" | "role_grew" | "above_own_rights" | null;
    /** How many became members now. */
    joined: number;
    /** How many were members before. */
    already: number;
  }[];
};

export type GroupAssignmentsOutput = {
  /** The records of this page, in the order that was asked for. */
  data: {
    /** The member's id. */
    member: string;
    /** The id of the link between the two. */
    id: string;
    /** What the organization is called. */
    name: string;
    /** The key of the role that they have there. */
    role: string;
  }[];
  /** Send it as `cursor` for the next page; null on the last one. */
  next_cursor: string | null;
};

export type GroupEndOutput = Record<string, never>;

export type GroupRequestInput = {
  /** The other organization's address. */
  slug: string;
  /** A word to the people who decide. */
  note?: string;
};

export type GroupRequestOutput = {
  /** The id of the link between the two. */
  id: string;
  /** The other organization's address. */
  slug: string;
};

export type GroupShareInput = {
  /** The figures that the head may see. */
  figures?: ("members" | "requests" | "invitations" | "shipments" | "orders")[];
  /** The keys of roles that the head may give to its own people. */
  roles?: string[];
  /** The acting person's password, where they have no second factor. */
  password?: string;
  /** A code from the acting person's authenticator app, or a recovery code. */
  factor_code?: string;
};

export type GroupShareOutput = Record<string, never>;

export type GroupTakeBackInput = {
  /** The member's id. */
  member: string;
  /** The organizations to take them back from, by the ids of their links. */
  links: string[];
};

export type GroupTakeBackOutput = {
  /** Whether all of it was done. It is all or nothing. */
  done: boolean;
  /** What became of it, organization by organization. */
  results: {
    /** The id of the link between the two. */
    id: string;
    /** Why not; null where nothing is in the way. */
    fault: "not_in_group" | "not_active" | "not_assigned" | "is_owner" | "holds_more" | "above_own_rights" | null;
  }[];
};

export type GroupViewOutput = {
  /** The head of the group that this organization belongs to; null where it belongs to none. */
  parent: {
    /** The id of the link between the two. */
    id: string;
    /** What the organization is called. */
    name: string;
    /** The other organization's address. */
    slug: string;
    /** The figures that the head may see. */
    figures: ("members" | "requests" | "invitations" | "shipments" | "orders")[];
    /** The roles that the head may give to its own people here. */
    roles: {
      /** The role's key, which never changes. */
      key: string;
      /** What people call the role. */
      name: string;
    }[];
    /** Since when it is so. */
    since: string;
    /** Who agreed to belong to it. */
    accepted_by: string;
  } | null;
  /** Organizations that ask this one into their group. */
  asked_us: {
    /** The id of the link between the two. */
    id: string;
    /** The other organization's address. */
    slug: string;
    /** A word to the people who decide. */
    note: string;
    /** Who asked, by name. */
    by: string;
    /** When it happened. */
    at: string;
    /** What the organization is called. */
    name: string;
  }[];
  /** Organizations that this one asked into its group. */
  asked: {
    /** The id of the link between the two. */
    id: string;
    /** The other organization's address. */
    slug: string;
    /** A word to the people who decide. */
    note: string;
    /** Who asked, by name. */
    by: string;
    /** When it happened. */
    at: string;
  }[];
  /** The organizations of the group, where this one is its head. */
  children: {
    /** The id of the link between the two. */
    id: string;
    /** What the organization is called. */
    name: string;
    /** The other organization's address. */
    slug: string;
    /** `active` or `suspended`. */
    state: "active" | "suspended";
    /** Since when it is so. */
    since: string;
    /** The roles that this organization may give to its own people there. */
    roles: {
      /** The role's key, which never changes. */
      key: string;
      /** What people call the role. */
      name: string;
    }[];
    /** Its figures by name, as far as it agreed to show them. */
    figures: Record<string, number>;
  }[];
};

export type ImportsCancelOutput = {
  /** The import's id. */
  id: string;
};

export type ImportsConfirmOutput = {
  /** The import's id. */
  id: string;
};

export type ImportsFaultsOutput = {
  /** The file's first line. */
  header: string[];
  /** Rows with faults. */
  rows: {
    /** The line of the file, from 1. */
    line: number;
    /** What is wrong. */
    faults: {
      /** The column by its heading; empty where the whole row is meant. */
      column: string;
      /** What is wrong, as a sentence. */
      message: string;
    }[];
    /** The row as it stands in the file. */
    cells: string[];
  }[];
  /** Send it as `after` for the next rows; null at the end. */
  next: string | null;
};

export type ImportsFindOutput = {
  /** The import's id. */
  id: string;
  /** The list that it writes to. */
  list: "shipments" | "orders" | "pieces" | "customers" | "addresses" | "products" | "parcels" | "assets" | "branches" | "carrier_connections" | "templates";
  /** The file's name. */
  name: string;
  /** Who began it, by name. */
  starter: string;
  /** How far it is. */
  phase: "checking" | "checked" | "writing" | "done" | "cancelled" | "failed";
  /** How many records were looked at. */
  taken: number;
  /** How many records the file has; null while that is not known. */
  total: number | null;
  /** How many records were right, or were written. */
  good: number;
  /** How many records were not, and were left out. */
  faulty: number;
  /** Why it failed, as a sentence; null where it did not. */
  problem: string | null;
  /** When it was made. */
  created_at: string;
  /** When it was done; null while it is not. */
  finished_at: string | null;
  /** The file's first line. */
  header: string[];
  /** Columns of the file from which nothing is set. */
  ignored: string[];
  /** What is wrong. */
  faults: {
    /** The line of the file, from 1. */
    line: number;
    /** What is wrong. */
    faults: {
      /** The column by its heading; empty where the whole row is meant. */
      column: string;
      /** What is wrong, as a sentence. */
      message: string;
    }[];
  }[];
};

export type ImportsRecentOutput = {
  /** The records of this page, in the order that was asked for. */
  data: {
    /** The import's id. */
    id: string;
    /** The list that it writes to. */
    list: "shipments" | "orders" | "pieces" | "customers" | "addresses" | "products" | "parcels" | "assets" | "branches" | "carrier_connections" | "templates";
    /** The file's name. */
    name: string;
    /** Who began it, by name. */
    starter: string;
    /** How far it is. */
    phase: "checking" | "checked" | "writing" | "done" | "cancelled" | "failed";
    /** How many records were looked at. */
    taken: number;
    /** How many records the file has; null while that is not known. */
    total: number | null;
    /** How many records were right, or were written. */
    good: number;
    /** How many records were not, and were left out. */
    faulty: number;
    /** Why it failed, as a sentence; null where it did not. */
    problem: string | null;
    /** When it was made. */
    created_at: string;
    /** When it was done; null while it is not. */
    finished_at: string | null;
  }[];
  /** Send it as `cursor` for the next page; null on the last one. */
  next_cursor: string | null;
};

export type InvitationsAcceptMineOutput = {
  /** The first part of the organization's address, such as `acme-shipping`. */
  slug: string;
  /** What people call it. */
  name: string;
  /** Whether the person became a member now; false where they were one. */
  joined: boolean;
};

export type InvitationsCreateCodeInput = {
  /** The role that it gives, by its key. */
  role?: string;
  /** A remark for people; empty or null where there is none. */
  note?: string;
  /** Where it lets people in, as far as the caller may know; null or empty: wherever the inviter is. */
  branches?: string[];
  /** The acting person's password, where they have no second factor. */
  password?: string;
  /** A code from the acting person's authenticator app, or a recovery code. */
  factor_code?: string;
};

export type InvitationsCreateCodeOutput = {
  /** The invitation's id; null where none was made. */
  id: string;
  /** Shown once: null where a request with the same Idempotency-Key comes again. */
  code: string | null;
  /** Shown once: null where a request with the same Idempotency-Key comes again. */
  link: string | null;
};

export type InvitationsCreateInput = {
  /** Whom to invite: a list of addresses, 50 at most. */
  emails: string[];
  /** The role that it gives, by its key. */
  role?: string;
  /** A remark for people; empty or null where there is none. */
  note?: string;
  /** Where it lets people in, as far as the caller may know; null or empty: wherever the inviter is. */
  branches?: string[];
  /** The acting person's password, where they have no second factor. */
  password?: string;
  /** A code from the acting person's authenticator app, or a recovery code. */
  factor_code?: string;
};

export type InvitationsCreateOutput = {
  /** The records of this page, in the order that was asked for. */
  data: {
    /** Whom it is for; null for a code. */
    email: string;
    /** The invitation's id; null where none was made. */
    id: string | null;
    /** `created`, or why none was: a member already, or invited already. */
    outcome: "created" | "already_member" | "already_invited";
  }[];
};

export type InvitationsListOutput = {
  /** The records of this page, in the order that was asked for. */
  data: {
    /** The invitation's id; null where none was made. */
    id: string;
    /** `link`: by mail to one person. `code`: to be passed on by hand. */
    kind: "link" | "code";
    /** Whom it is for; null for a code. */
    email: string | null;
    /** The key of the role, such as `dispatcher`. */
    role_key: string;
    /** What people call the role. */
    role_name: string;
    /** A remark for people; empty or null where there is none. */
    note: string | null;
    /** Where it lets people in, as far as the caller may know; null or empty: wherever the inviter is. */
    branches: {
      /** The branch's id. */
      id: string;
      /** The branch's name. */
      name: string;
    }[] | null;
    /** Who invited; null where they are gone. */
    invited_by_name: string | null;
    /** When it was made. */
    created_at: string;
    /** When it ends by itself. */
    expires_at: string;
    /** `sent`, `opened`, `accepted`, `revoked` or `expired`. */
    state: "sent" | "opened" | "accepted" | "revoked" | "expired";
    /** When it came to stand so. */
    state_at: string;
    /** The member who came by it; null while nobody did. */
    accepted_by: string | null;
    /** Their name; null while nobody accepted. */
    accepted_by_name: string | null;
    /** Who revoked it; null while nobody did. */
    revoked_by_name: string | null;
    /** How often it was sent again. */
    resent: number;
  }[];
  /** Send it as `cursor` for the next page; null on the last one. */
  next_cursor: string | null;
};

export type InvitationsMineOutput = {
  /** The records of this page, in the order that was asked for. */
  data: {
    /** The invitation's id; null where none was made. */
    id: string;
    /** The name of the organization that invites. */
    organization: string;
    /** The first part of the organization's address, such as `acme-shipping`. */
    slug: string;
    /** The role that it gives, by its key. */
    role: string;
    /** Who invites; null where they are gone. */
    inviter: string | null;
    /** A remark for people; empty or null where there is none. */
    note: string | null;
    /** When it ends by itself. */
    expires_at: string;
  }[];
  /** Send it as `cursor` for the next page; null on the last one. */
  next_cursor: string | null;
};

export type InvitationsResendOutput = {
  /** The invitation's id; null where none was made. */
  id: string;
  /** Shown once: null where a request with the same Idempotency-Key comes again. */
  code: string | null | null;
  /** The link that holds the code. It is shown once. */
  link: string | null;
};

export type InvitationsRevokeOutput = {
  /** The invitation's id; null where none was made. */
  id: string;
};

export type KeyPolicyReadOutput = {
  /** `end`: keys end with the membership of their maker. `stay`: they go on with what they could do. */
  when_maker_leaves: "end" | "stay";
};

export type KeyPolicyUpdateInput = {
  /** `end`: keys end with the membership of their maker. `stay`: they go on with what they could do. */
  when_maker_leaves: "end" | "stay";
  /** The acting person's password, where they have no second factor. */
  password?: string;
  /** A code from the acting person's authenticator app, or a recovery code. */
  factor_code?: string;
};

export type KeyPolicyUpdateOutput = Record<string, never>;

export type KeysCreateInput = {
  /** What people call the key. */
  label: string;
  /** Without it the key reads all that you may read. */
  scopes?: {
    /** What the key may do with them: nothing, read, or read and write. */
    orders?: "none" | "read" | "write";
    /** What the key may do with them: nothing, read, or read and write. */
    shipments?: "none" | "read" | "write";
    /** What the key may do with them: nothing, read, or read and write. */
    customers?: "none" | "read" | "write";
    /** What the key may do with them: nothing, read, or read and write. */
    addresses?: "none" | "read" | "write";
    /** What the key may do with them: nothing, read, or read and write. */
    assets?: "none" | "read" | "write";
    /** What the key may do with them: nothing, read, or read and write. */
    pieces?: "none" | "read" | "write";
    /** What the key may do with them: nothing, read, or read and write. */
    carriers?: "none" | "read" | "write";
    /** What the key may do with them: nothing, read, or read and write. */
    templates?: "none" | "read" | "write";
    /** What the key may do with them: nothing, read, or read and write. */
    data?: "none" | "read" | "write";
    /** What the key may do with them: nothing, read, or read and write. */
    members?: "none" | "read" | "write";
    /** What the key may do with them: nothing, read, or read and write. */
    registrations?: "none" | "read" | "write";
    /** What the key may do with them: nothing, read, or read and write. */
    invitations?: "none" | "read" | "write";
    /** What the key may do with them: nothing, read, or read and write. */
    roles?: "none" | "read" | "write";
    /** What the key may do with them: nothing, read, or read and write. */
    delegations?: "none" | "read" | "write";
    /** What the key may do with them: nothing, read, or read and write. */
    branches?: "none" | "read" | "write";
    /** What the key may do with them: nothing, read, or read and write. */
    settings?: "none" | "read" | "write";
    /** What the key may do with them: nothing, read, or read and write. */
    branding?: "none" | "read" | "write";
    /** What the key may do with them: nothing, read, or read and write. */
    activity?: "none" | "read" | "write";
    /** What the key may do with them: nothing, read, or read and write. */
    usage?: "none" | "read" | "write";
    /** What the key may do with them: nothing, read, or read and write. */
    events?: "none" | "read" | "write";
    /** What the key may do with them: nothing, read, or read and write. */
    webhooks?: "none" | "read" | "write";
    /** What the key may do with them: nothing, read, or read and write. */
    logs?: "none" | "read" | "write";
    /** What the key may do with them: nothing, read, or read and write. */
    audit?: "none" | "read" | "write";
    /** What the key may do with them: nothing, read, or read and write. */
    keys?: "none" | "read" | "write";
  };
  /** Which records it works with; without it those of this request. */
  mode?: "live" | "test";
  /** How long it works: 30 or 90 days, until a day of your own, or without end. */
  expires?: "30" | "90" | "custom" | "none";
  /** The last day, where `expires` is `custom`. */
  expires_on?: "" | string;
  /** The acting person's password, where they have no second factor. */
  password?: string;
  /** A code from the acting person's authenticator app, or a recovery code. */
  factor_code?: string;
};

export type KeysCreateOutput = {
  /** Its id, which begins with a prefix of its kind and sorts by time of creation. */
  id: string;
  /** What people call the key. */
  label: string;
  /** Shown once: null where a request with the same Idempotency-Key comes again. */
  key: string | null;
  /** When it stops working; null for never. */
  expires_at: string | null;
};

export type KeysListOutput = {
  /** The records of this page, in the order that was asked for. */
  data: {
    /** Its id, which begins with a prefix of its kind and sorts by time of creation. */
    id: string;
    /** What people call the key. */
    label: string;
    /** How the secret begins, so that one can be told from another. */
    prefix: string;
    /** How the secret ends. */
    last4: string;
    /** Which records it works with. */
    mode: "live" | "test";
    /** Levels by resource; null: all that its maker held. */
    scopes: Record<string, "read" | "write"> | null;
    /** Who made it, by name; null where they are gone. */
    created_by: string | null;
    /** Whether whoever made it is no longer a member. */
    creator_left: boolean;
    /** When it was made. */
    created_at: string;
    /** When it stops working; null for never. */
    expires_at: string | null;
    /** When it was revoked; null while it is not. */
    revoked_at: string | null;
    /** The key that came in its place when it was rotated; null where none did. */
    replaced_by: string | null;
    /** When it was last used, give or take some minutes; null where it never was. */
    last_used_at: string | null;
    /** From where it was last used; null where it never was. */
    last_used_address: string | null;
    /** `replaced`: it was rotated and works until `expires_at`; the last three tell why it ended. */
    state: "active" | "replaced" | "expired" | "revoked" | "rotated" | "maker_left";
    /** It works, and nobody used it for a long time. */
    unused: boolean;
  }[];
  /** Send it as `cursor` for the next page; null on the last one. */
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
  /** How many hours the old secret works beside the new one; 0 ends it at once. */
  overlap_hours?: number;
  /** The acting person's password, where they have no second factor. */
  password?: string;
  /** A code from the acting person's authenticator app, or a recovery code. */
  factor_code?: string;
};

export type KeysRotateOutput = {
  /** Its id, which begins with a prefix of its kind and sorts by time of creation. */
  id: string;
  /** What people call the key. */
  label: string;
  /** Shown once: null where a request with the same Idempotency-Key comes again. */
  key: string | null;
  /** When it stops working; null for never. */
  expires_at: string | null;
};

export type KeysRotateOwnInput = {
  /** How many hours the old secret works beside the new one; 0 ends it at once. */
  overlap_hours?: number;
};

export type KeysRotateOwnOutput = {
  /** Its id, which begins with a prefix of its kind and sorts by time of creation. */
  id: string;
  /** What people call the key. */
  label: string;
  /** Shown once: null where a request with the same Idempotency-Key comes again. */
  key: string | null;
  /** When it stops working; null for never. */
  expires_at: string | null;
};

export type LogoRemoveInput = {
  /** Of which pages the logo is meant. */
  theme?: "light" | "dark";
};

export type LogoRemoveOutput = Record<string, never>;

export type LogsFindOutput = {
  /** Its id, which begins with a prefix of its kind and sorts by time of creation. */
  id: string;
  /** The call's number within the organization. */
  number: number;
  /** When it came. */
  at: string;
  /** The HTTP method. */
  method: string;
  /** The path, without the query. */
  path: string;
  /** The HTTP status of the answer. */
  status: number;
  /** The code of the refusal; null where there was none. */
  error: string | null;
  /** How long it took. */
  milliseconds: number;
  /** Who called. */
  caller: {
    /** By which credential: a key, a session, an access token or a support session. */
    kind: "key" | "session" | "token" | "support";
    /** The key's id, or the member's. */
    id: string | null;
    /** The key's label, or the member's name. */
    name: string;
  };
  /** The network address that it came from; null where it is not known. */
  address: string | null;
  /** Finds the call in logs and in the audit trail; null where there was none. */
  request_id: string | null;
  /** Whether this is a test record. Test and live records never meet. */
  test_mode: boolean;
  /** The query, with secrets masked; empty for none. */
  query: string;
  /** The host that was called. */
  host: string;
  /** The operations that ran, by their names. */
  operations: string[];
  /** The client, as it named itself; null where it did not. */
  agent: string | null;
  /** Headers of the request, with secrets masked. */
  headers: Record<string, string>;
  /** The ids of records that it touched. */
  entities: string[];
  /** False where you may not do what was called; the bodies are then left out. */
  bodies_seen: boolean;
  /** The body of the request. */
  request: {
    /** JSON, with secrets masked; longer ones are cut, with a mark. */
    text: string | null;
    /** How long the whole body was. */
    bytes: number;
  };
  /** The body of the answer. */
  response: {
    /** JSON, with secrets masked; longer ones are cut, with a mark. */
    text: string | null;
    /** How long the whole body was. */
    bytes: number;
  };
  /** How many audit entries the call left. */
  changes: number;
};

export type LogsListOutput = {
  /** The records of this page, in the order that was asked for. */
  data: {
    /** Its id, which begins with a prefix of its kind and sorts by time of creation. */
    id: string;
    /** The call's number within the organization. */
    number: number;
    /** When it came. */
    at: string;
    /** The HTTP method. */
    method: string;
    /** The path, without the query. */
    path: string;
    /** The HTTP status of the answer. */
    status: number;
    /** The code of the refusal; null where there was none. */
    error: string | null;
    /** How long it took. */
    milliseconds: number;
    /** Who called. */
    caller: {
      /** By which credential: a key, a session, an access token or a support session. */
      kind: "key" | "session" | "token" | "support";
      /** The key's id, or the member's. */
      id: string | null;
      /** The key's label, or the member's name. */
      name: string;
    };
    /** The network address that it came from; null where it is not known. */
    address: string | null;
    /** Finds the call in logs and in the audit trail; null where there was none. */
    request_id: string | null;
    /** Whether this is a test record. Test and live records never meet. */
    test_mode: boolean;
  }[];
  /** Send it as `cursor` for the next page; null on the last one. */
  next_cursor: string | null;
};

export type LogsRetentionOutput = {
  /** How many days calls are kept. */
  days: number;
};

export type LogsSetRetentionInput = {
  /** How many days calls are kept. */
  days: number;
};

export type LogsSetRetentionOutput = {
  /** How many days calls are kept. */
  days: number;
};

export type LookReadOutput = {
  /** The organization's id. */
  id: string;
  /** What the organization is called. */
  name: string;
  /** The first part of the organization's address, such as `acme-shipping`. */
  slug: string;
  /** Its colour, as `#` and six hexadecimal digits; null for the usual one. */
  accent: string | null;
  /** The name of its logo's file; null for none. */
  logo_file: string | null;
  /** The same for dark pages; null where the other one does for both. */
  logo_dark_file: string | null;
  /** Whether strangers see name, logo and colour at its address. */
  publicly_visible: boolean;
};

export type LookSetVisibilityInput = {
  /** Whether strangers see name, logo and colour at its address. */
  publicly_visible: boolean;
};

export type LookSetVisibilityOutput = Record<string, never>;

export type LookUpdateInput = {
  /** Its colour, as `#` and six hexadecimal digits; null for the usual one. */
  accent: string | null;
};

export type LookUpdateOutput = Record<string, never>;

export type MeDefaultOrganizationOutput = {
  /** The organization's id; null where the person declared none. */
  organization_id: string | null;
};

export type MeSetDefaultOrganizationInput = {
  /** The organization's id; null where the person declared none. */
  organization_id: string;
};

export type MeSetDefaultOrganizationOutput = Record<string, never>;

export type MeViewAccountOutput = {
  /** The id of the membership, or of the key; of an account, the person's. */
  id: string;
  /** The person's name, or the key's label. */
  name: string;
  /** The person's address. */
  email: string;
  /** An IANA time zone, such as `Europe/Amsterdam`. */
  time_zone: string;
  /** When it was made. */
  created_at: string;
  /** The organizations that the person belongs to. */
  organizations: {
    /** The organization's id. */
    id: string;
    /** The first part of the organization's address, such as `acme-shipping`. */
    slug: string;
    /** What the organization is called. */
    name: string;
    /** `active` or `suspended`. */
    state: string;
    /** The key of the role, such as `dispatcher`. */
    role_key: string;
    /** What people call the role. */
    role_name: string;
  }[];
};

export type MeViewOutput = {
  /** `person` or `key`. */
  kind: "person";
  /** The id of the membership, or of the key; of an account, the person's. */
  id: string;
  /** The person's name, or the key's label. */
  name: string;
  /** The person's address. */
  email: string;
  /** The key of the role, such as `dispatcher`. */
  role_key: string;
  /** What people call the role. */
  role_name: string;
  /** Whether the caller owns the organization. */
  is_owner: boolean;
  /** When they became a member; null while they have not. */
  joined_at: string;
  /** When they were last here, give or take some minutes; null where they never were. */
  last_active_at: string | null;
  /** The organization that the credential opens. */
  organization: {
    /** The organization's id. */
    id: string;
    /** The first part of the organization's address, such as `acme-shipping`. */
    slug: string;
    /** What the organization is called. */
    name: string;
  };
  /** All that the credential may do here, by the codes of permissions. */
  permissions: string[];
} | {
  /** `person` or `key`. */
  kind: "key";
  /** The id of the membership, or of the key; of an account, the person's. */
  id: string;
  /** The person's name, or the key's label. */
  name: string;
  /** The organization that the credential opens. */
  organization: {
    /** The organization's id. */
    id: string;
    /** The first part of the organization's address, such as `acme-shipping`. */
    slug: string;
    /** What the organization is called. */
    name: string;
  };
  /** All that the credential may do here, by the codes of permissions. */
  permissions: string[];
};

export type MembersActivityOutput = {
  /** The records of this page, in the order that was asked for. */
  data: {
    /** Its id, which begins with a prefix of its kind and sorts by time of creation. */
    id: string;
    /** When it happened. */
    at: string;
    /** What was done, by the name of the operation. */
    operation: string;
    /** The table of the record that it was done to. */
    record_type: string;
    /** `insert`, `update` or `delete`. */
    action: string;
    /** Who did it, by name and address; null for Berth itself. */
    actor_label: string | null;
    /** What happened, in words. */
    title: string;
    /** Whether this member did it, or it was done to them. */
    by_member: boolean;
  }[];
  /** Send it as `cursor` for the next page; null on the last one. */
  next_cursor: string | null;
};

export type MembersBranchesOutput = {
  /** Whether they belong to all branches; `branches` are then those with a role of their own. */
  everywhere: boolean;
  /** The branches that they are placed in. Those of others that the caller may not see are left out. */
  branches: {
    /** The branch that they are placed in. */
    branch: {
      /** The branch's id. */
      id: string;
      /** The branch's name; null for whoever may not see it. */
      name: string;
    };
    /** The key of a role for this branch alone; null where the member's own holds. */
    role: string | null;
    /** What people call that role; null where the member's own holds. */
    role_name: string | null;
  }[];
};

export type MembersCountOutput = {
  /** How many members there are; null for whoever may not see them. */
  members: number | null;
  /** How many invitations are open; null for whoever may not see them. */
  invitations: number | null;
  /** How many requests wait; null for whoever may not see them. */
  requests: number | null;
};

export type MembersEndSessionOutput = {
  /** How many sessions ended. */
  ended: number;
};

export type MembersEndSessionsOutput = {
  /** How many sessions ended. */
  ended: number;
};

export type MembersFindOutput = {
  /** Its id, which begins with a prefix of its kind and sorts by time of creation. */
  id: string;
  /** The person's name. */
  name: string;
  /** The person's address, by which they sign in. */
  email: string;
  /** The key of the role, such as `dispatcher`. */
  role_key: string;
  /** What people call the role. */
  role_name: string;
  /** Rights of their own beside the role, such as `view_orders`. */
  flags: string[];
  /** `active`, or `suspended`: nothing opens for them until that ends. */
  status: "active" | "suspended";
  /** Whether they sign in with a second factor. */
  second_factor: boolean;
  /** How they came in: as the founder, by an invitation or a request, or added by the installation. */
  origin: string;
  /** When they became a member; null while they have not. */
  joined_at: string;
  /** When they were last here, give or take some minutes; null where they never were. */
  last_active_at: string | null;
  /** Whether they belong to all branches; `branches` are then those with a role of their own. */
  everywhere: boolean;
  /** The branches that they are placed in. Those of others that the caller may not see are left out. */
  branches: {
    /** The branch's id. */
    id: string;
    /** The branch's name. */
    name: string;
  }[];
  /** Whether this is the caller. */
  self: boolean;
  /** What the caller may do with it now. A refusal says why, in the words that the call itself would answer. */
  abilities: {
    /** Giving them another role. */
    set_role: {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: true;
    } | {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: false;
      /** A code for programs, such as `permission_missing`. */
      reason: string;
      /** A sentence for people. */
      message: string;
    };
    /** Giving or taking flags. */
    set_flags: {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: true;
    } | {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: false;
      /** A code for programs, such as `permission_missing`. */
      reason: string;
      /** A sentence for people. */
      message: string;
    };
    /** Suspending them. */
    suspend: {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: true;
    } | {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: false;
      /** A code for programs, such as `permission_missing`. */
      reason: string;
      /** A sentence for people. */
      message: string;
    };
    /** Ending their suspension. */
    restore: {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: true;
    } | {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: false;
      /** A code for programs, such as `permission_missing`. */
      reason: string;
      /** A sentence for people. */
      message: string;
    };
    /** Removing it. */
    remove: {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: true;
    } | {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: false;
      /** A code for programs, such as `permission_missing`. */
      reason: string;
      /** A sentence for people. */
      message: string;
    };
  };
  /** The member who invited them; null where nobody did or they left. */
  invited_by: {
    /** The member's id. */
    id: string;
    /** The member's name. */
    name: string;
  } | null;
};

export type MembersListOutput = {
  /** The records of this page, in the order that was asked for. */
  data: {
    /** Its id, which begins with a prefix of its kind and sorts by time of creation. */
    id: string;
    /** The person's name. */
    name: string;
    /** The person's address, by which they sign in. */
    email: string;
    /** The key of the role, such as `dispatcher`. */
    role_key: string;
    /** What people call the role. */
    role_name: string;
    /** Rights of their own beside the role, such as `view_orders`. */
    flags: string[];
    /** `active`, or `suspended`: nothing opens for them until that ends. */
    status: "active" | "suspended";
    /** Whether they sign in with a second factor. */
    second_factor: boolean;
    /** How they came in: as the founder, by an invitation or a request, or added by the installation. */
    origin: string;
    /** When they became a member; null while they have not. */
    joined_at: string;
    /** When they were last here, give or take some minutes; null where they never were. */
    last_active_at: string | null;
    /** Whether they belong to all branches; `branches` are then those with a role of their own. */
    everywhere: boolean;
    /** The branches that they are placed in. Those of others that the caller may not see are left out. */
    branches: {
      /** The branch's id. */
      id: string;
      /** The branch's name. */
      name: string;
    }[];
    /** Whether this is the caller. */
    self: boolean;
    /** What the caller may do with it now. A refusal says why, in the words that the call itself would answer. */
    abilities: {
      /** Giving them another role. */
      set_role: {
        /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
        allowed: true;
      } | {
        /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
        allowed: false;
        /** A code for programs, such as `permission_missing`. */
        reason: string;
        /** A sentence for people. */
        message: string;
      };
      /** Giving or taking flags. */
      set_flags: {
        /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
        allowed: true;
      } | {
        /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
        allowed: false;
        /** A code for programs, such as `permission_missing`. */
        reason: string;
        /** A sentence for people. */
        message: string;
      };
      /** Suspending them. */
      suspend: {
        /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
        allowed: true;
      } | {
        /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
        allowed: false;
        /** A code for programs, such as `permission_missing`. */
        reason: string;
        /** A sentence for people. */
        message: string;
      };
      /** Ending their suspension. */
      restore: {
        /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
        allowed: true;
      } | {
        /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
        allowed: false;
        /** A code for programs, such as `permission_missing`. */
        reason: string;
        /** A sentence for people. */
        message: string;
      };
      /** Removing it. */
      remove: {
        /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
        allowed: true;
      } | {
        /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
        allowed: false;
        /** A code for programs, such as `permission_missing`. */
        reason: string;
        /** A sentence for people. */
        message: string;
      };
    };
  }[];
  /** Send it as `cursor` for the next page; null on the last one. */
  next_cursor: string | null;
};

export type MembersRemoveOutput = {
  /** Its id, which begins with a prefix of its kind and sorts by time of creation. */
  id: string;
  /** The person's name. */
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
  /** Its id, which begins with a prefix of its kind and sorts by time of creation. */
  id: string;
  /** The person's name. */
  name: string;
  /** The person's address, by which they sign in. */
  email: string;
  /** The key of the role, such as `dispatcher`. */
  role_key: string;
  /** What people call the role. */
  role_name: string;
  /** Rights of their own beside the role, such as `view_orders`. */
  flags: string[];
  /** `active`, or `suspended`: nothing opens for them until that ends. */
  status: "active" | "suspended";
  /** Whether they sign in with a second factor. */
  second_factor: boolean;
  /** How they came in: as the founder, by an invitation or a request, or added by the installation. */
  origin: string;
  /** When they became a member; null while they have not. */
  joined_at: string;
  /** When they were last here, give or take some minutes; null where they never were. */
  last_active_at: string | null;
  /** Whether they belong to all branches; `branches` are then those with a role of their own. */
  everywhere: boolean;
  /** The branches that they are placed in. Those of others that the caller may not see are left out. */
  branches: {
    /** The branch's id. */
    id: string;
    /** The branch's name. */
    name: string;
  }[];
  /** Whether this is the caller. */
  self: boolean;
  /** What the caller may do with it now. A refusal says why, in the words that the call itself would answer. */
  abilities: {
    /** Giving them another role. */
    set_role: {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: true;
    } | {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: false;
      /** A code for programs, such as `permission_missing`. */
      reason: string;
      /** A sentence for people. */
      message: string;
    };
    /** Giving or taking flags. */
    set_flags: {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: true;
    } | {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: false;
      /** A code for programs, such as `permission_missing`. */
      reason: string;
      /** A sentence for people. */
      message: string;
    };
    /** Suspending them. */
    suspend: {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: true;
    } | {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: false;
      /** A code for programs, such as `permission_missing`. */
      reason: string;
      /** A sentence for people. */
      message: string;
    };
    /** Ending their suspension. */
    restore: {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: true;
    } | {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: false;
      /** A code for programs, such as `permission_missing`. */
      reason: string;
      /** A sentence for people. */
      message: string;
    };
    /** Removing it. */
    remove: {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: true;
    } | {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: false;
      /** A code for programs, such as `permission_missing`. */
      reason: string;
      /** A sentence for people. */
      message: string;
    };
  };
};

export type MembersRoleChoicesOutput = {
  /** The records of this page, in the order that was asked for. */
  data: {
    /** The role's key. */
    key: string;
    /** What people call the role. */
    name: string;
    /** Whom the role is for. */
    description: string;
    /** Whether the caller may give it: nobody gives what they do not hold. */
    givable: boolean;
    /** Whether newcomers get it where nobody chooses. */
    is_default: boolean;
  }[];
  /** Send it as `cursor` for the next page; null on the last one. */
  next_cursor: string | null;
};

export type MembersSetBranchesInput = {
  /** Whether they belong to all branches; `branches` are then those with a role of their own. */
  everywhere: boolean | "true" | "false";
  /** The branches that they are placed in. Those of others that the caller may not see are left out. */
  branches?: {
    /** The branch that they are placed in. */
    branch: string;
    /** The key of a role for this branch alone; null where the member's own holds. */
    role?: string | null;
  }[];
  /** The acting person's password, where they have no second factor. */
  password?: string;
  /** A code from the acting person's authenticator app, or a recovery code. */
  factor_code?: string;
};

export type MembersSetBranchesOutput = {
  /** Whether they belong to all branches; `branches` are then those with a role of their own. */
  everywhere: boolean;
  /** The branches that they are placed in. Those of others that the caller may not see are left out. */
  branches: {
    /** The branch that they are placed in. */
    branch: {
      /** The branch's id. */
      id: string;
      /** The branch's name; null for whoever may not see it. */
      name: string;
    };
    /** The key of a role for this branch alone; null where the member's own holds. */
    role: string | null;
    /** What people call that role; null where the member's own holds. */
    role_name: string | null;
  }[];
};

export type MembersSetFlagsInput = {
  /** Rights of their own beside the role, such as `view_orders`. */
  flags?: ("view_orders" | "act_orders" | "view_customers" | "act_customers" | "view_assets" | "act_assets" | "send_invites" | "manage_permissions")[];
};

export type MembersSetFlagsOutput = {
  /** Its id, which begins with a prefix of its kind and sorts by time of creation. */
  id: string;
  /** The person's name. */
  name: string;
  /** The person's address, by which they sign in. */
  email: string;
  /** The key of the role, such as `dispatcher`. */
  role_key: string;
  /** What people call the role. */
  role_name: string;
  /** Rights of their own beside the role, such as `view_orders`. */
  flags: string[];
  /** `active`, or `suspended`: nothing opens for them until that ends. */
  status: "active" | "suspended";
  /** Whether they sign in with a second factor. */
  second_factor: boolean;
  /** How they came in: as the founder, by an invitation or a request, or added by the installation. */
  origin: string;
  /** When they became a member; null while they have not. */
  joined_at: string;
  /** When they were last here, give or take some minutes; null where they never were. */
  last_active_at: string | null;
  /** Whether they belong to all branches; `branches` are then those with a role of their own. */
  everywhere: boolean;
  /** The branches that they are placed in. Those of others that the caller may not see are left out. */
  branches: {
    /** The branch's id. */
    id: string;
    /** The branch's name. */
    name: string;
  }[];
  /** Whether this is the caller. */
  self: boolean;
  /** What the caller may do with it now. A refusal says why, in the words that the call itself would answer. */
  abilities: {
    /** Giving them another role. */
    set_role: {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: true;
    } | {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: false;
      /** A code for programs, such as `permission_missing`. */
      reason: string;
      /** A sentence for people. */
      message: string;
    };
    /** Giving or taking flags. */
    set_flags: {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: true;
    } | {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: false;
      /** A code for programs, such as `permission_missing`. */
      reason: string;
      /** A sentence for people. */
      message: string;
    };
    /** Suspending them. */
    suspend: {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: true;
    } | {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: false;
      /** A code for programs, such as `permission_missing`. */
      reason: string;
      /** A sentence for people. */
      message: string;
    };
    /** Ending their suspension. */
    restore: {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: true;
    } | {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: false;
      /** A code for programs, such as `permission_missing`. */
      reason: string;
      /** A sentence for people. */
      message: string;
    };
    /** Removing it. */
    remove: {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: true;
    } | {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: false;
      /** A code for programs, such as `permission_missing`. */
      reason: string;
      /** A sentence for people. */
      message: string;
    };
  };
};

export type MembersSetRoleInput = {
  /** The role by its key, as `GET /roles` lists them. */
  role: string;
  /** The acting person's password, where they have no second factor. */
  password?: string;
  /** A code from the acting person's authenticator app, or a recovery code. */
  factor_code?: string;
};

export type MembersSetRoleOutput = {
  /** Its id, which begins with a prefix of its kind and sorts by time of creation. */
  id: string;
  /** The person's name. */
  name: string;
  /** The person's address, by which they sign in. */
  email: string;
  /** The key of the role, such as `dispatcher`. */
  role_key: string;
  /** What people call the role. */
  role_name: string;
  /** Rights of their own beside the role, such as `view_orders`. */
  flags: string[];
  /** `active`, or `suspended`: nothing opens for them until that ends. */
  status: "active" | "suspended";
  /** Whether they sign in with a second factor. */
  second_factor: boolean;
  /** How they came in: as the founder, by an invitation or a request, or added by the installation. */
  origin: string;
  /** When they became a member; null while they have not. */
  joined_at: string;
  /** When they were last here, give or take some minutes; null where they never were. */
  last_active_at: string | null;
  /** Whether they belong to all branches; `branches` are then those with a role of their own. */
  everywhere: boolean;
  /** The branches that they are placed in. Those of others that the caller may not see are left out. */
  branches: {
    /** The branch's id. */
    id: string;
    /** The branch's name. */
    name: string;
  }[];
  /** Whether this is the caller. */
  self: boolean;
  /** What the caller may do with it now. A refusal says why, in the words that the call itself would answer. */
  abilities: {
    /** Giving them another role. */
    set_role: {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: true;
    } | {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: false;
      /** A code for programs, such as `permission_missing`. */
      reason: string;
      /** A sentence for people. */
      message: string;
    };
    /** Giving or taking flags. */
    set_flags: {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: true;
    } | {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: false;
      /** A code for programs, such as `permission_missing`. */
      reason: string;
      /** A sentence for people. */
      message: string;
    };
    /** Suspending them. */
    suspend: {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: true;
    } | {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: false;
      /** A code for programs, such as `permission_missing`. */
      reason: string;
      /** A sentence for people. */
      message: string;
    };
    /** Ending their suspension. */
    restore: {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: true;
    } | {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: false;
      /** A code for programs, such as `permission_missing`. */
      reason: string;
      /** A sentence for people. */
      message: string;
    };
    /** Removing it. */
    remove: {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: true;
    } | {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: false;
      /** A code for programs, such as `permission_missing`. */
      reason: string;
      /** A sentence for people. */
      message: string;
    };
  };
};

export type MembersSignInOutput = {
  /** How they can sign in: password, passkey, providers. */
  ways: string[];
  /** Where they are signed in to this organization now. */
  sessions: {
    /** Its id, which begins with a prefix of its kind and sorts by time of creation. */
    id: string;
    /** Whether this very call came by it. */
    current: boolean;
    /** How it was done. */
    method: string;
    /** The browser and system that it was done with, as they name themselves. */
    device: string;
    /** The network address that it came from; null where it is not known. */
    address: string | null;
    /** When it was made. */
    created_at: string;
    /** When it was last used, give or take some minutes; null where it never was. */
    last_used_at: string;
  }[];
};

export type MembersSuspendOutput = {
  /** Its id, which begins with a prefix of its kind and sorts by time of creation. */
  id: string;
  /** The person's name. */
  name: string;
  /** The person's address, by which they sign in. */
  email: string;
  /** The key of the role, such as `dispatcher`. */
  role_key: string;
  /** What people call the role. */
  role_name: string;
  /** Rights of their own beside the role, such as `view_orders`. */
  flags: string[];
  /** `active`, or `suspended`: nothing opens for them until that ends. */
  status: "active" | "suspended";
  /** Whether they sign in with a second factor. */
  second_factor: boolean;
  /** How they came in: as the founder, by an invitation or a request, or added by the installation. */
  origin: string;
  /** When they became a member; null while they have not. */
  joined_at: string;
  /** When they were last here, give or take some minutes; null where they never were. */
  last_active_at: string | null;
  /** Whether they belong to all branches; `branches` are then those with a role of their own. */
  everywhere: boolean;
  /** The branches that they are placed in. Those of others that the caller may not see are left out. */
  branches: {
    /** The branch's id. */
    id: string;
    /** The branch's name. */
    name: string;
  }[];
  /** Whether this is the caller. */
  self: boolean;
  /** What the caller may do with it now. A refusal says why, in the words that the call itself would answer. */
  abilities: {
    /** Giving them another role. */
    set_role: {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: true;
    } | {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: false;
      /** A code for programs, such as `permission_missing`. */
      reason: string;
      /** A sentence for people. */
      message: string;
    };
    /** Giving or taking flags. */
    set_flags: {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: true;
    } | {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: false;
      /** A code for programs, such as `permission_missing`. */
      reason: string;
      /** A sentence for people. */
      message: string;
    };
    /** Suspending them. */
    suspend: {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: true;
    } | {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: false;
      /** A code for programs, such as `permission_missing`. */
      reason: string;
      /** A sentence for people. */
      message: string;
    };
    /** Ending their suspension. */
    restore: {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: true;
    } | {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: false;
      /** A code for programs, such as `permission_missing`. */
      reason: string;
      /** A sentence for people. */
      message: string;
    };
    /** Removing it. */
    remove: {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: true;
    } | {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: false;
      /** A code for programs, such as `permission_missing`. */
      reason: string;
      /** A sentence for people. */
      message: string;
    };
  };
};

export type Nothing = Record<string, never>;

export type NoticesArchiveInput = {
  /** Which ones, by their ids. */
  ids: string[];
  /** False takes them out of the archive. */
  archived?: boolean;
};

export type NoticesArchiveOutput = {
  /** How many changed. */
  marked: number;
};

export type NoticesChooseInput = {
  /** What somebody wants to be told, kind by kind. */
  choices: {
    /** What it is about, such as `registration.waiting`. */
    kind: "registration.waiting" | "registration.due" | "registration.escalated" | "registration.lapsed" | "delegation" | "member_joined" | "webhook.disabled" | "plan.limit" | "permission.asked" | "ownership" | "group" | "support" | "retention" | "registration.approved";
    /** Whether it is told in the application. */
    in_app: boolean;
    /** Whether it is told by mail: at once, in one mail a day, or never. */
    mail: "now" | "digest" | "off";
  }[];
};

export type NoticesChooseOutput = Record<string, never>;

export type NoticesListOutput = {
  /** The records of this page, in the order that was asked for. */
  data: {
    /** Its id, which begins with a prefix of its kind and sorts by time of creation. */
    id: string;
    /** What it is about, such as `registration.waiting`. */
    kind: string;
    /** The notice in one sentence. */
    title: string;
    /** More of it; null where the title says all. */
    body: string | null;
    /** Where it leads, below the organization's host; null for nowhere. */
    path: string | null;
    /** When it was read; null while it is not. */
    read_at: string | null;
    /** When it was archived; null while it is not. */
    archived_at: string | null;
    /** When it was made. */
    created_at: string;
    /** The request to join that it is about; null where it is about none. */
    request: {
      /** The request's id. */
      id: string;
      /** `pending`, `approved` or `rejected`. */
      state: "pending" | "approved" | "rejected";
      /** What a rejected request ended as; null while it has not. */
      closed_as: "rejected" | "withdrawn" | "overdue" | "taken_back" | null;
    } | null;
  }[];
  /** Send it as `cursor` for the next page; null on the last one. */
  next_cursor: string | null;
};

export type NoticesMarkAllReadOutput = {
  /** How many changed. */
  marked: number;
};

export type NoticesMarkReadInput = {
  /** Which ones, by their ids. */
  ids: string[];
};

export type NoticesMarkReadOutput = {
  /** How many changed. */
  marked: number;
};

export type NoticesPreferencesOutput = {
  /** The records of this page, in the order that was asked for. */
  data: {
    /** What it is about, such as `registration.waiting`. */
    kind: "registration.waiting" | "registration.due" | "registration.escalated" | "registration.lapsed" | "delegation" | "member_joined" | "webhook.disabled" | "plan.limit" | "permission.asked" | "ownership" | "group" | "support" | "retention" | "registration.approved";
    /** Whether it is told in the application. */
    in_app: boolean;
    /** Whether it is told by mail: at once, in one mail a day, or never. */
    mail: "now" | "digest" | "off";
    /** Whether the mail can be switched off; where false, it always comes. */
    choosable: boolean;
  }[];
  /** Send it as `cursor` for the next page; null on the last one. */
  next_cursor: string | null;
};

export type OrdersCancelOutput = {
  /** Its id, which begins with a prefix of its kind and sorts by time of creation. */
  id: string;
  /** Its number or name among its kind. Left out, it gets the next free number. */
  reference: string;
  /** `open`, `confirmed`, `fulfilled` or `cancelled`. It changes by verbs of its own. */
  status: string;
};

export type OrdersConfirmOutput = {
  /** Its id, which begins with a prefix of its kind and sorts by time of creation. */
  id: string;
  /** Its number or name among its kind. Left out, it gets the next free number. */
  reference: string;
  /** `open`, `confirmed`, `fulfilled` or `cancelled`. It changes by verbs of its own. */
  status: string;
};

export type OrdersCreateInput = {
  /** Its number or name among its kind. Left out, it gets the next free number. */
  reference?: string | null;
  /** The customer that it is for. Empty or null: none. */
  customer_id?: "" | null | string;
  /** How the order came in. */
  channel: "web" | "phone" | "email" | "counter" | "api";
  /** The branch that it belongs to. Empty or null: none. */
  branch_id?: "" | null | string;
  /** The day on which the customer ordered. */
  placed_on?: "" | string | null;
  /** Where the order goes; null where it names a customer alone. */
  shipping_to?: {
    /** Who receives it. */
    name: string;
    /** The company at this address; empty or null for a person. */
    company?: string;
    /** Street and number. */
    street: string;
    /** Flat, floor, gate or whatever else finds the door. */
    extra?: string;
    /** The town. */
    city: string;
    /** State or region, where the country has them in addresses. */
    region?: string;
    /** The postcode, as the country writes it. */
    postcode?: string;
    /** An ISO 3166-1 alpha-2 code, such as `NL`. */
    country: string;
    /** A telephone number, as people write it. */
    phone?: string;
    /** Where news of it may go; empty for none. */
    email?: "" | string;
  } | null;
  /** Where the order leaves from; null for wherever the organization sends from. */
  shipping_from?: {
    /** Who sends it. */
    name: string;
    /** The company at this address; empty or null for a person. */
    company?: string;
    /** Street and number. */
    street: string;
    /** Flat, floor, gate or whatever else finds the door. */
    extra?: string;
    /** The town. */
    city: string;
    /** State or region, where the country has them in addresses. */
    region?: string;
    /** The postcode, as the country writes it. */
    postcode?: string;
    /** An ISO 3166-1 alpha-2 code, such as `NL`. */
    country: string;
    /** A telephone number, as people write it. */
    phone?: string;
    /** Where questions about it go; empty for none. */
    email?: "" | string;
  } | null;
  /** Where the invoice goes; null for where the order goes. */
  billing_address?: {
    /** Who pays. */
    name: string;
    /** The company at this address; empty or null for a person. */
    company?: string;
    /** Street and number. */
    street: string;
    /** Flat, floor, gate or whatever else finds the door. */
    extra?: string;
    /** The town. */
    city: string;
    /** State or region, where the country has them in addresses. */
    region?: string;
    /** The postcode, as the country writes it. */
    postcode?: string;
    /** An ISO 3166-1 alpha-2 code, such as `NL`. */
    country: string;
    /** A telephone number, as people write it. */
    phone?: string;
    /** Where the invoice may go; empty for none. */
    email?: "" | string;
  } | null;
  /** Remarks that only people of the organization see. Line breaks are kept. */
  notes?: string | null;
  /** What was ordered, one line at least. A change replaces all of them. */
  lines: {
    /** The product of the line. Empty or null: the line stands for itself. */
    product_id?: "" | null | string;
    /** What is ordered, as the customer reads it. */
    description: string;
    /** How many. */
    quantity: number;
    /** An integer in the minor unit of the currency, or text in its major unit such as 12.50. */
    price?: number | string | null;
  }[];
  /** An ISO 4217 code. Amounts are integers in its minor unit: 1250 of EUR is 12.50. */
  currency?: string;
};

export type OrdersCreateOutput = {
  /** Its id, which begins with a prefix of its kind and sorts by time of creation. */
  id: string;
  /** Its number or name among its kind. Left out, it gets the next free number. */
  reference: string | null;
  /** `open`, `confirmed`, `fulfilled` or `cancelled`. It changes by verbs of its own. */
  status: string;
  /** The customer that it is for; null for none. */
  customer: {
    /** The customer's id. */
    id: string;
    /** The customer's name; null for whoever may not see customers. */
    name: string | null;
  } | null;
  /** How the order came in. */
  channel: string;
  /** The branch that it belongs to; null for none. Its name is null for whoever may not see it. */
  branch: {
    /** The branch's id. */
    id: string;
    /** The branch's name; null for whoever may not see it. */
    name: string | null;
  } | null;
  /** The day on which the customer ordered. */
  placed_on: string | null;
  /** The sum of its lines, in the currency's minor unit. */
  total: number;
  /** Where the order goes; null where it names a customer alone. */
  shipping_to: {
    /** Who receives it. */
    name: string;
    /** The company at this address; empty or null for a person. */
    company: string;
    /** Street and number. */
    street: string;
    /** Flat, floor, gate or whatever else finds the door. */
    extra: string;
    /** The town. */
    city: string;
    /** State or region, where the country has them in addresses. */
    region: string;
    /** The postcode, as the country writes it. */
    postcode: string;
    /** An ISO 3166-1 alpha-2 code, such as `NL`. */
    country: string;
    /** A telephone number, as people write it. */
    phone: string;
    /** Where news of it may go; empty for none. */
    email: string;
  } | null;
  /** Where the order leaves from; null for wherever the organization sends from. */
  shipping_from: {
    /** Who sends it. */
    name: string;
    /** The company at this address; empty or null for a person. */
    company: string;
    /** Street and number. */
    street: string;
    /** Flat, floor, gate or whatever else finds the door. */
    extra: string;
    /** The town. */
    city: string;
    /** State or region, where the country has them in addresses. */
    region: string;
    /** The postcode, as the country writes it. */
    postcode: string;
    /** An ISO 3166-1 alpha-2 code, such as `NL`. */
    country: string;
    /** A telephone number, as people write it. */
    phone: string;
    /** Where questions about it go; empty for none. */
    email: string;
  } | null;
  /** Where the invoice goes; null for where the order goes. */
  billing_address: {
    /** Who pays. */
    name: string;
    /** The company at this address; empty or null for a person. */
    company: string;
    /** Street and number. */
    street: string;
    /** Flat, floor, gate or whatever else finds the door. */
    extra: string;
    /** The town. */
    city: string;
    /** State or region, where the country has them in addresses. */
    region: string;
    /** The postcode, as the country writes it. */
    postcode: string;
    /** An ISO 3166-1 alpha-2 code, such as `NL`. */
    country: string;
    /** A telephone number, as people write it. */
    phone: string;
    /** Where the invoice may go; empty for none. */
    email: string;
  } | null;
  /** Remarks that only people of the organization see. Line breaks are kept. */
  notes: string | null;
  /** An ISO 4217 code. Amounts are integers in its minor unit: 1250 of EUR is 12.50. */
  currency: string;
  /** Whether this is a test record. Test and live records never meet. */
  test_mode: boolean;
  /** When it was made. */
  created_at: string;
  /** When it was last changed. */
  updated_at: string;
  /** What the caller may do with it now. A refusal says why, in the words that the call itself would answer. */
  abilities: {
    /** Changing it. */
    update: {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: true;
    } | {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: false;
      /** A code for programs, such as `permission_missing`. */
      reason: string;
      /** A sentence for people. */
      message: string;
    };
    /** Removing it. */
    remove: {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: true;
    } | {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: false;
      /** A code for programs, such as `permission_missing`. */
      reason: string;
      /** A sentence for people. */
      message: string;
    };
  };
  /** What was ordered, one line at least. A change replaces all of them. */
  lines: {
    /** The product of the line; null where the line stands for itself. */
    product: {
      /** The product's id. */
      id: string;
      /** The product's name; null for whoever may not see products. */
      name: string | null;
    } | null;
    /** What is ordered, as the customer reads it. */
    description: string;
    /** How many. */
    quantity: number;
    /** Of one piece, in the currency's minor unit. */
    price: number;
  }[];
};

export type OrdersFindOutput = {
  /** Its id, which begins with a prefix of its kind and sorts by time of creation. */
  id: string;
  /** Its number or name among its kind. Left out, it gets the next free number. */
  reference: string | null;
  /** `open`, `confirmed`, `fulfilled` or `cancelled`. It changes by verbs of its own. */
  status: string;
  /** The customer that it is for; null for none. */
  customer: {
    /** The customer's id. */
    id: string;
    /** The customer's name; null for whoever may not see customers. */
    name: string | null;
  } | null;
  /** How the order came in. */
  channel: string;
  /** The branch that it belongs to; null for none. Its name is null for whoever may not see it. */
  branch: {
    /** The branch's id. */
    id: string;
    /** The branch's name; null for whoever may not see it. */
    name: string | null;
  } | null;
  /** The day on which the customer ordered. */
  placed_on: string | null;
  /** The sum of its lines, in the currency's minor unit. */
  total: number;
  /** Where the order goes; null where it names a customer alone. */
  shipping_to: {
    /** Who receives it. */
    name: string;
    /** The company at this address; empty or null for a person. */
    company: string;
    /** Street and number. */
    street: string;
    /** Flat, floor, gate or whatever else finds the door. */
    extra: string;
    /** The town. */
    city: string;
    /** State or region, where the country has them in addresses. */
    region: string;
    /** The postcode, as the country writes it. */
    postcode: string;
    /** An ISO 3166-1 alpha-2 code, such as `NL`. */
    country: string;
    /** A telephone number, as people write it. */
    phone: string;
    /** Where news of it may go; empty for none. */
    email: string;
  } | null;
  /** Where the order leaves from; null for wherever the organization sends from. */
  shipping_from: {
    /** Who sends it. */
    name: string;
    /** The company at this address; empty or null for a person. */
    company: string;
    /** Street and number. */
    street: string;
    /** Flat, floor, gate or whatever else finds the door. */
    extra: string;
    /** The town. */
    city: string;
    /** State or region, where the country has them in addresses. */
    region: string;
    /** The postcode, as the country writes it. */
    postcode: string;
    /** An ISO 3166-1 alpha-2 code, such as `NL`. */
    country: string;
    /** A telephone number, as people write it. */
    phone: string;
    /** Where questions about it go; empty for none. */
    email: string;
  } | null;
  /** Where the invoice goes; null for where the order goes. */
  billing_address: {
    /** Who pays. */
    name: string;
    /** The company at this address; empty or null for a person. */
    company: string;
    /** Street and number. */
    street: string;
    /** Flat, floor, gate or whatever else finds the door. */
    extra: string;
    /** The town. */
    city: string;
    /** State or region, where the country has them in addresses. */
    region: string;
    /** The postcode, as the country writes it. */
    postcode: string;
    /** An ISO 3166-1 alpha-2 code, such as `NL`. */
    country: string;
    /** A telephone number, as people write it. */
    phone: string;
    /** Where the invoice may go; empty for none. */
    email: string;
  } | null;
  /** Remarks that only people of the organization see. Line breaks are kept. */
  notes: string | null;
  /** An ISO 4217 code. Amounts are integers in its minor unit: 1250 of EUR is 12.50. */
  currency: string;
  /** Whether this is a test record. Test and live records never meet. */
  test_mode: boolean;
  /** When it was made. */
  created_at: string;
  /** When it was last changed. */
  updated_at: string;
  /** What the caller may do with it now. A refusal says why, in the words that the call itself would answer. */
  abilities: {
    /** Changing it. */
    update: {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: true;
    } | {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: false;
      /** A code for programs, such as `permission_missing`. */
      reason: string;
      /** A sentence for people. */
      message: string;
    };
    /** Removing it. */
    remove: {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: true;
    } | {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: false;
      /** A code for programs, such as `permission_missing`. */
      reason: string;
      /** A sentence for people. */
      message: string;
    };
  };
  /** What was ordered, one line at least. A change replaces all of them. */
  lines: {
    /** The product of the line; null where the line stands for itself. */
    product: {
      /** The product's id. */
      id: string;
      /** The product's name; null for whoever may not see products. */
      name: string | null;
    } | null;
    /** What is ordered, as the customer reads it. */
    description: string;
    /** How many. */
    quantity: number;
    /** Of one piece, in the currency's minor unit. */
    price: number;
  }[];
};

export type OrdersFulfilOutput = {
  /** Its id, which begins with a prefix of its kind and sorts by time of creation. */
  id: string;
  /** Its number or name among its kind. Left out, it gets the next free number. */
  reference: string;
  /** `open`, `confirmed`, `fulfilled` or `cancelled`. It changes by verbs of its own. */
  status: string;
};

export type OrdersHistoryOutput = {
  /** The records of this page, in the order that was asked for. */
  data: {
    /** Its id, which begins with a prefix of its kind and sorts by time of creation. */
    id: string;
    /** When it happened. */
    at: string;
    /** Who did it, by name: a member, a key, a server or Berth itself. */
    actor: string;
    /** `insert`, `update` or `delete`. */
    action: "insert" | "update" | "delete";
    /** The fields that changed, each with what was and what is. */
    changes: {
      /** The field that changed, in words. */
      field: string;
      /** What it was; null where it was empty. */
      before: string | null;
      /** What it became; null where it is empty now. */
      after: string | null;
    }[];
  }[];
  /** Send it as `cursor` for the next page; null on the last one. */
  next_cursor: string | null;
};

export type OrdersListOutput = {
  /** The records of this page, in the order that was asked for. */
  data: {
    /** Its id, which begins with a prefix of its kind and sorts by time of creation. */
    id: string;
    /** Its number or name among its kind. Left out, it gets the next free number. */
    reference: string | null;
    /** `open`, `confirmed`, `fulfilled` or `cancelled`. It changes by verbs of its own. */
    status: string;
    /** The customer that it is for; null for none. */
    customer: {
      /** The customer's id. */
      id: string;
      /** The customer's name; null for whoever may not see customers. */
      name: string | null;
    } | null;
    /** How the order came in. */
    channel: string;
    /** The branch that it belongs to; null for none. Its name is null for whoever may not see it. */
    branch: {
      /** The branch's id. */
      id: string;
      /** The branch's name; null for whoever may not see it. */
      name: string | null;
    } | null;
    /** The day on which the customer ordered. */
    placed_on: string | null;
    /** The sum of its lines, in the currency's minor unit. */
    total: number;
    /** Where the order goes; null where it names a customer alone. */
    shipping_to: {
      /** Who receives it. */
      name: string;
      /** The company at this address; empty or null for a person. */
      company: string;
      /** Street and number. */
      street: string;
      /** Flat, floor, gate or whatever else finds the door. */
      extra: string;
      /** The town. */
      city: string;
      /** State or region, where the country has them in addresses. */
      region: string;
      /** The postcode, as the country writes it. */
      postcode: string;
      /** An ISO 3166-1 alpha-2 code, such as `NL`. */
      country: string;
      /** A telephone number, as people write it. */
      phone: string;
      /** Where news of it may go; empty for none. */
      email: string;
    } | null;
    /** Where the order leaves from; null for wherever the organization sends from. */
    shipping_from: {
      /** Who sends it. */
      name: string;
      /** The company at this address; empty or null for a person. */
      company: string;
      /** Street and number. */
      street: string;
      /** Flat, floor, gate or whatever else finds the door. */
      extra: string;
      /** The town. */
      city: string;
      /** State or region, where the country has them in addresses. */
      region: string;
      /** The postcode, as the country writes it. */
      postcode: string;
      /** An ISO 3166-1 alpha-2 code, such as `NL`. */
      country: string;
      /** A telephone number, as people write it. */
      phone: string;
      /** Where questions about it go; empty for none. */
      email: string;
    } | null;
    /** Where the invoice goes; null for where the order goes. */
    billing_address: {
      /** Who pays. */
      name: string;
      /** The company at this address; empty or null for a person. */
      company: string;
      /** Street and number. */
      street: string;
      /** Flat, floor, gate or whatever else finds the door. */
      extra: string;
      /** The town. */
      city: string;
      /** State or region, where the country has them in addresses. */
      region: string;
      /** The postcode, as the country writes it. */
      postcode: string;
      /** An ISO 3166-1 alpha-2 code, such as `NL`. */
      country: string;
      /** A telephone number, as people write it. */
      phone: string;
      /** Where the invoice may go; empty for none. */
      email: string;
    } | null;
    /** Remarks that only people of the organization see. Line breaks are kept. */
    notes: string | null;
    /** An ISO 4217 code. Amounts are integers in its minor unit: 1250 of EUR is 12.50. */
    currency: string;
    /** Whether this is a test record. Test and live records never meet. */
    test_mode: boolean;
    /** When it was made. */
    created_at: string;
    /** When it was last changed. */
    updated_at: string;
    /** What the caller may do with it now. A refusal says why, in the words that the call itself would answer. */
    abilities: {
      /** Changing it. */
      update: {
        /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
        allowed: true;
      } | {
        /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
        allowed: false;
        /** A code for programs, such as `permission_missing`. */
        reason: string;
        /** A sentence for people. */
        message: string;
      };
      /** Removing it. */
      remove: {
        /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
        allowed: true;
      } | {
        /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
        allowed: false;
        /** A code for programs, such as `permission_missing`. */
        reason: string;
        /** A sentence for people. */
        message: string;
      };
    };
  }[];
  /** Send it as `cursor` for the next page; null on the last one. */
  next_cursor: string | null;
};

export type OrdersMoveInput = {
  /** Which ones, by their ids. */
  ids: string[];
  /** The branch that it belongs to. Empty or null: none. */
  branch_id: "" | string | null;
};

export type OrdersMoveOutput = {
  /** How many came to the branch; those that were there already do not count. */
  moved: number;
};

export type OrdersRemoveOutput = {
  /** Its id, which begins with a prefix of its kind and sorts by time of creation. */
  id: string;
  /** What people call it. */
  name: string;
};

export type OrdersUpdateInput = {
  /** Its number or name among its kind. Left out, it gets the next free number. */
  reference?: string | null;
  /** The customer that it is for. Empty or null: none. */
  customer_id?: "" | null | string;
  /** How the order came in. */
  channel?: "web" | "phone" | "email" | "counter" | "api";
  /** The day on which the customer ordered. */
  placed_on?: "" | string | null;
  /** Where the order goes; null where it names a customer alone. */
  shipping_to?: {
    /** Who receives it. */
    name: string;
    /** The company at this address; empty or null for a person. */
    company?: string;
    /** Street and number. */
    street: string;
    /** Flat, floor, gate or whatever else finds the door. */
    extra?: string;
    /** The town. */
    city: string;
    /** State or region, where the country has them in addresses. */
    region?: string;
    /** The postcode, as the country writes it. */
    postcode?: string;
    /** An ISO 3166-1 alpha-2 code, such as `NL`. */
    country: string;
    /** A telephone number, as people write it. */
    phone?: string;
    /** Where news of it may go; empty for none. */
    email?: "" | string;
  } | null;
  /** Where the order leaves from; null for wherever the organization sends from. */
  shipping_from?: {
    /** Who sends it. */
    name: string;
    /** The company at this address; empty or null for a person. */
    company?: string;
    /** Street and number. */
    street: string;
    /** Flat, floor, gate or whatever else finds the door. */
    extra?: string;
    /** The town. */
    city: string;
    /** State or region, where the country has them in addresses. */
    region?: string;
    /** The postcode, as the country writes it. */
    postcode?: string;
    /** An ISO 3166-1 alpha-2 code, such as `NL`. */
    country: string;
    /** A telephone number, as people write it. */
    phone?: string;
    /** Where questions about it go; empty for none. */
    email?: "" | string;
  } | null;
  /** Where the invoice goes; null for where the order goes. */
  billing_address?: {
    /** Who pays. */
    name: string;
    /** The company at this address; empty or null for a person. */
    company?: string;
    /** Street and number. */
    street: string;
    /** Flat, floor, gate or whatever else finds the door. */
    extra?: string;
    /** The town. */
    city: string;
    /** State or region, where the country has them in addresses. */
    region?: string;
    /** The postcode, as the country writes it. */
    postcode?: string;
    /** An ISO 3166-1 alpha-2 code, such as `NL`. */
    country: string;
    /** A telephone number, as people write it. */
    phone?: string;
    /** Where the invoice may go; empty for none. */
    email?: "" | string;
  } | null;
  /** Remarks that only people of the organization see. Line breaks are kept. */
  notes?: string | null;
  /** What was ordered, one line at least. A change replaces all of them. */
  lines?: {
    /** The product of the line. Empty or null: the line stands for itself. */
    product_id?: "" | null | string;
    /** What is ordered, as the customer reads it. */
    description: string;
    /** How many. */
    quantity: number;
    /** An integer in the minor unit of the currency, or text in its major unit such as 12.50. */
    price?: number | string | null;
  }[];
  /** An ISO 4217 code. Amounts are integers in its minor unit: 1250 of EUR is 12.50. */
  currency?: string;
};

export type OrdersUpdateOutput = {
  /** Its id, which begins with a prefix of its kind and sorts by time of creation. */
  id: string;
  /** Its number or name among its kind. Left out, it gets the next free number. */
  reference: string | null;
  /** `open`, `confirmed`, `fulfilled` or `cancelled`. It changes by verbs of its own. */
  status: string;
  /** The customer that it is for; null for none. */
  customer: {
    /** The customer's id. */
    id: string;
    /** The customer's name; null for whoever may not see customers. */
    name: string | null;
  } | null;
  /** How the order came in. */
  channel: string;
  /** The branch that it belongs to; null for none. Its name is null for whoever may not see it. */
  branch: {
    /** The branch's id. */
    id: string;
    /** The branch's name; null for whoever may not see it. */
    name: string | null;
  } | null;
  /** The day on which the customer ordered. */
  placed_on: string | null;
  /** The sum of its lines, in the currency's minor unit. */
  total: number;
  /** Where the order goes; null where it names a customer alone. */
  shipping_to: {
    /** Who receives it. */
    name: string;
    /** The company at this address; empty or null for a person. */
    company: string;
    /** Street and number. */
    street: string;
    /** Flat, floor, gate or whatever else finds the door. */
    extra: string;
    /** The town. */
    city: string;
    /** State or region, where the country has them in addresses. */
    region: string;
    /** The postcode, as the country writes it. */
    postcode: string;
    /** An ISO 3166-1 alpha-2 code, such as `NL`. */
    country: string;
    /** A telephone number, as people write it. */
    phone: string;
    /** Where news of it may go; empty for none. */
    email: string;
  } | null;
  /** Where the order leaves from; null for wherever the organization sends from. */
  shipping_from: {
    /** Who sends it. */
    name: string;
    /** The company at this address; empty or null for a person. */
    company: string;
    /** Street and number. */
    street: string;
    /** Flat, floor, gate or whatever else finds the door. */
    extra: string;
    /** The town. */
    city: string;
    /** State or region, where the country has them in addresses. */
    region: string;
    /** The postcode, as the country writes it. */
    postcode: string;
    /** An ISO 3166-1 alpha-2 code, such as `NL`. */
    country: string;
    /** A telephone number, as people write it. */
    phone: string;
    /** Where questions about it go; empty for none. */
    email: string;
  } | null;
  /** Where the invoice goes; null for where the order goes. */
  billing_address: {
    /** Who pays. */
    name: string;
    /** The company at this address; empty or null for a person. */
    company: string;
    /** Street and number. */
    street: string;
    /** Flat, floor, gate or whatever else finds the door. */
    extra: string;
    /** The town. */
    city: string;
    /** State or region, where the country has them in addresses. */
    region: string;
    /** The postcode, as the country writes it. */
    postcode: string;
    /** An ISO 3166-1 alpha-2 code, such as `NL`. */
    country: string;
    /** A telephone number, as people write it. */
    phone: string;
    /** Where the invoice may go; empty for none. */
    email: string;
  } | null;
  /** Remarks that only people of the organization see. Line breaks are kept. */
  notes: string | null;
  /** An ISO 4217 code. Amounts are integers in its minor unit: 1250 of EUR is 12.50. */
  currency: string;
  /** Whether this is a test record. Test and live records never meet. */
  test_mode: boolean;
  /** When it was made. */
  created_at: string;
  /** When it was last changed. */
  updated_at: string;
  /** What the caller may do with it now. A refusal says why, in the words that the call itself would answer. */
  abilities: {
    /** Changing it. */
    update: {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: true;
    } | {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: false;
      /** A code for programs, such as `permission_missing`. */
      reason: string;
      /** A sentence for people. */
      message: string;
    };
    /** Removing it. */
    remove: {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: true;
    } | {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: false;
      /** A code for programs, such as `permission_missing`. */
      reason: string;
      /** A sentence for people. */
      message: string;
    };
  };
  /** What was ordered, one line at least. A change replaces all of them. */
  lines: {
    /** The product of the line; null where the line stands for itself. */
    product: {
      /** The product's id. */
      id: string;
      /** The product's name; null for whoever may not see products. */
      name: string | null;
    } | null;
    /** What is ordered, as the customer reads it. */
    description: string;
    /** How many. */
    quantity: number;
    /** Of one piece, in the currency's minor unit. */
    price: number;
  }[];
};

export type OrganizationDeleteInput = {
  /** What the organization is called. */
  name: string;
  /** The acting person's password, where they have no second factor. */
  password?: string;
  /** A code from the acting person's authenticator app, or a recovery code. */
  factor_code?: string;
};

export type OrganizationDeleteOutput = Record<string, never>;

export type OrganizationFindOutput = {
  /** The organization's id. */
  id: string;
  /** The first part of the organization's address, such as `acme-shipping`. */
  slug: string;
  /** What the organization is called. */
  name: string;
  /** Its address on the web. */
  address: string;
  /** The legal name; null where it is the same. */
  company_name: string | null;
  /** What the organization does. */
  industry: string | null;
  /** How many people work there. */
  company_size: string | null;
  /** Where its seat is. */
  city: string | null;
  /** The country of its seat, as an ISO 3166-1 code. */
  country: string | null;
  /** An ISO 4217 code. Amounts are integers in its minor unit: 1250 of EUR is 12.50. */
  currency: string;
  /** An IANA time zone, such as `Europe/Amsterdam`. */
  time_zone: string;
  /** The unit of every weight beside it. Inputs may use another one than the organization's. */
  weight_unit: string;
  /** The unit of every length, width and height beside it. */
  dimension_unit: string;
  /** Which roles it began with. */
  role_template: string;
  /** The key of the role that newcomers get where nobody chooses. */
  default_role_key: string;
  /** The key of its plan. */
  plan: string;
  /** `active`, `suspended`, `awaiting_owner` or `deleted`. */
  state: string;
  /** When it was made. */
  created_at: string;
  /** Whether nothing of the set-up is missing. */
  complete: boolean;
  /** What of the set-up is missing, by the names of fields. */
  missing: string[];
};

export type OrganizationSetUpInput = {
  /** What the organization is called. */
  name: string;
  /** The first part of the organization's address, such as `acme-shipping`. */
  slug?: string;
  /** The legal name; null where it is the same. */
  company_name: string;
  /** What the organization does. */
  industry: "parcel" | "freight" | "last_mile" | "warehousing" | "retail" | "manufacturing" | "procurement" | "food" | "health" | "public" | "other";
  /** How many people work there. */
  company_size: "1-10" | "11-50" | "51-200" | "201-1000" | "1001+";
  /** Where its seat is. */
  city: string;
  /** The country of its seat, as an ISO 3166-1 code. */
  country: string;
  /** An ISO 4217 code. Amounts are integers in its minor unit: 1250 of EUR is 12.50. */
  currency: string;
  /** An IANA time zone, such as `Europe/Amsterdam`. */
  time_zone?: string;
  /** Which roles it began with. */
  role_template?: "fleet" | "procurement" | "staff";
};

export type OrganizationSetUpOutput = {
  /** The organization's id. */
  organization_id: string;
  /** The first part of the organization's address, such as `acme-shipping`. */
  slug: string;
  /** Whether it was made by this call. */
  created: boolean;
  /** Shown once: null where a request with the same Idempotency-Key comes again. */
  key: string | null | null;
};

export type OverviewDismissStepInput = {
  /** Which step. */
  step: "invite" | "profile" | "key" | "default_role";
};

export type OverviewDismissStepOutput = {
  /** Which step. */
  step: "invite" | "profile" | "key" | "default_role";
};

export type OverviewRecentOutput = {
  /** The records of this page, in the order that was asked for. */
  data: {
    /** Its id, which begins with a prefix of its kind and sorts by time of creation. */
    id: string;
    /** Who did it, by name: a member, a key, a server or Berth itself. */
    actor: string;
    /** What they did, as the rest of a sentence. */
    did: string;
    /** When it happened. */
    at: string;
    /** Changes in the trail; null for whoever may not see it. */
    changes: number;
  }[];
  /** Send it as `cursor` for the next page; null on the last one. */
  next_cursor: string | null;
};

export type OverviewViewOutput = {
  /** Members now and before; null for whoever may not see them. */
  members: {
    /** How many joined in the last 30 days. */
    now: number;
    /** How many joined in the 30 days before. */
    before: number;
    /** How many there are. */
    total: number;
  } | null;
  /** Requests that wait; null for whoever may not see them. */
  requests: {
    /** How many came in the last 30 days. */
    now: number;
    /** How many came in the 30 days before. */
    before: number;
  } | null;
  /** Changes in the trail; null for whoever may not see it. */
  changes: {
    /** How many were made in the last 30 days. */
    now: number;
    /** How many were made in the 30 days before. */
    before: number;
  } | null;
  /** What is to be done first, and what was. */
  steps: {
    /** Which step. */
    key: "invite" | "profile" | "key" | "default_role";
    /** Whether it is done. */
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
  /** The member who is to own the organization. */
  member: string;
  /** The acting person's password, where they have no second factor. */
  password?: string;
  /** A code from the acting person's authenticator app, or a recovery code. */
  factor_code?: string;
};

export type OwnershipOfferOutput = Record<string, never>;

export type OwnershipReadOutput = {
  /** Who owns the organization now. */
  owner: {
    /** The owner's name. */
    name: string;
    /** The owner's address. */
    email: string;
  };
  /** Whether that is the caller. */
  mine: boolean;
  /** The open offer to hand it on; null where there is none. */
  offer: {
    /** Its id, which begins with a prefix of its kind and sorts by time of creation. */
    id: string;
    /** Who offers, by name. */
    from: string;
    /** Whom it is offered to, by name. */
    to: string;
    /** Whom it is offered to, by address. */
    to_email: string;
    /** Whether it is for the caller. */
    for_me: boolean;
    /** When it was made. */
    created_at: string;
    /** When it ends by itself. */
    expires_at: string;
  } | null;
  /** The last offer to you, for a day after it ended without you. */
  ended: {
    /** `declined` or `cancelled`. */
    state: "cancelled" | "declined";
    /** When it ended. */
    at: string | null;
  } | null;
  /** Members who could own it. */
  candidates: {
    /** Its id, which begins with a prefix of its kind and sorts by time of creation. */
    id: string;
    /** The member's name. */
    name: string;
    /** The member's address. */
    email: string;
  }[];
};

export type ParcelsCreateInput = {
  /** What the preset is called where one chooses. */
  name: string;
  /** In `dimension_unit`. */
  length?: string | number | null;
  /** In `dimension_unit`. */
  width?: string | number | null;
  /** In `dimension_unit`. */
  height?: string | number | null;
  /** In `weight_unit`. */
  weight?: string | number | null;
  /** The unit of every weight beside it. Inputs may use another one than the organization's. */
  weight_unit?: "kg" | "g" | "lb" | "oz";
  /** The unit of every length, width and height beside it. */
  dimension_unit?: "cm" | "in";
};

export type ParcelsCreateOutput = {
  /** Its id, which begins with a prefix of its kind and sorts by time of creation. */
  id: string;
  /** What the preset is called where one chooses. */
  name: string;
  /** In `dimension_unit`. */
  length: number;
  /** In `dimension_unit`. */
  width: number;
  /** In `dimension_unit`. */
  height: number;
  /** In `weight_unit`. */
  weight: number | null;
  /** The unit of every weight beside it. Inputs may use another one than the organization's. */
  weight_unit: "kg" | "g" | "lb" | "oz";
  /** The unit of every length, width and height beside it. */
  dimension_unit: "cm" | "in";
  /** Whether this is a test record. Test and live records never meet. */
  test_mode: boolean;
  /** When it was made. */
  created_at: string;
  /** When it was last changed. */
  updated_at: string;
  /** What the caller may do with it now. A refusal says why, in the words that the call itself would answer. */
  abilities: {
    /** Changing it. */
    update: {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: true;
    } | {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: false;
      /** A code for programs, such as `permission_missing`. */
      reason: string;
      /** A sentence for people. */
      message: string;
    };
    /** Removing it. */
    remove: {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: true;
    } | {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: false;
      /** A code for programs, such as `permission_missing`. */
      reason: string;
      /** A sentence for people. */
      message: string;
    };
  };
};

export type ParcelsFindOutput = {
  /** Its id, which begins with a prefix of its kind and sorts by time of creation. */
  id: string;
  /** What the preset is called where one chooses. */
  name: string;
  /** In `dimension_unit`. */
  length: number;
  /** In `dimension_unit`. */
  width: number;
  /** In `dimension_unit`. */
  height: number;
  /** In `weight_unit`. */
  weight: number | null;
  /** The unit of every weight beside it. Inputs may use another one than the organization's. */
  weight_unit: "kg" | "g" | "lb" | "oz";
  /** The unit of every length, width and height beside it. */
  dimension_unit: "cm" | "in";
  /** Whether this is a test record. Test and live records never meet. */
  test_mode: boolean;
  /** When it was made. */
  created_at: string;
  /** When it was last changed. */
  updated_at: string;
  /** What the caller may do with it now. A refusal says why, in the words that the call itself would answer. */
  abilities: {
    /** Changing it. */
    update: {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: true;
    } | {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: false;
      /** A code for programs, such as `permission_missing`. */
      reason: string;
      /** A sentence for people. */
      message: string;
    };
    /** Removing it. */
    remove: {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: true;
    } | {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: false;
      /** A code for programs, such as `permission_missing`. */
      reason: string;
      /** A sentence for people. */
      message: string;
    };
  };
};

export type ParcelsHistoryOutput = {
  /** The records of this page, in the order that was asked for. */
  data: {
    /** Its id, which begins with a prefix of its kind and sorts by time of creation. */
    id: string;
    /** When it happened. */
    at: string;
    /** Who did it, by name: a member, a key, a server or Berth itself. */
    actor: string;
    /** `insert`, `update` or `delete`. */
    action: "insert" | "update" | "delete";
    /** The fields that changed, each with what was and what is. */
    changes: {
      /** The field that changed, in words. */
      field: string;
      /** What it was; null where it was empty. */
      before: string | null;
      /** What it became; null where it is empty now. */
      after: string | null;
    }[];
  }[];
  /** Send it as `cursor` for the next page; null on the last one. */
  next_cursor: string | null;
};

export type ParcelsListOutput = {
  /** The records of this page, in the order that was asked for. */
  data: {
    /** Its id, which begins with a prefix of its kind and sorts by time of creation. */
    id: string;
    /** What the preset is called where one chooses. */
    name: string;
    /** In `dimension_unit`. */
    length: number;
    /** In `dimension_unit`. */
    width: number;
    /** In `dimension_unit`. */
    height: number;
    /** In `weight_unit`. */
    weight: number | null;
    /** The unit of every weight beside it. Inputs may use another one than the organization's. */
    weight_unit: "kg" | "g" | "lb" | "oz";
    /** The unit of every length, width and height beside it. */
    dimension_unit: "cm" | "in";
    /** Whether this is a test record. Test and live records never meet. */
    test_mode: boolean;
    /** When it was made. */
    created_at: string;
    /** When it was last changed. */
    updated_at: string;
    /** What the caller may do with it now. A refusal says why, in the words that the call itself would answer. */
    abilities: {
      /** Changing it. */
      update: {
        /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
        allowed: true;
      } | {
        /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
        allowed: false;
        /** A code for programs, such as `permission_missing`. */
        reason: string;
        /** A sentence for people. */
        message: string;
      };
      /** Removing it. */
      remove: {
        /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
        allowed: true;
      } | {
        /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
        allowed: false;
        /** A code for programs, such as `permission_missing`. */
        reason: string;
        /** A sentence for people. */
        message: string;
      };
    };
  }[];
  /** Send it as `cursor` for the next page; null on the last one. */
  next_cursor: string | null;
};

export type ParcelsRemoveOutput = {
  /** Its id, which begins with a prefix of its kind and sorts by time of creation. */
  id: string;
  /** What the preset is called where one chooses. */
  name: string;
};

export type ParcelsUpdateInput = {
  /** What the preset is called where one chooses. */
  name?: string;
  /** In `dimension_unit`. */
  length?: string | number | null;
  /** In `dimension_unit`. */
  width?: string | number | null;
  /** In `dimension_unit`. */
  height?: string | number | null;
  /** In `weight_unit`. */
  weight?: string | number | null;
  /** The unit of every weight beside it. Inputs may use another one than the organization's. */
  weight_unit?: "kg" | "g" | "lb" | "oz";
  /** The unit of every length, width and height beside it. */
  dimension_unit?: "cm" | "in";
};

export type ParcelsUpdateOutput = {
  /** Its id, which begins with a prefix of its kind and sorts by time of creation. */
  id: string;
  /** What the preset is called where one chooses. */
  name: string;
  /** In `dimension_unit`. */
  length: number;
  /** In `dimension_unit`. */
  width: number;
  /** In `dimension_unit`. */
  height: number;
  /** In `weight_unit`. */
  weight: number | null;
  /** The unit of every weight beside it. Inputs may use another one than the organization's. */
  weight_unit: "kg" | "g" | "lb" | "oz";
  /** The unit of every length, width and height beside it. */
  dimension_unit: "cm" | "in";
  /** Whether this is a test record. Test and live records never meet. */
  test_mode: boolean;
  /** When it was made. */
  created_at: string;
  /** When it was last changed. */
  updated_at: string;
  /** What the caller may do with it now. A refusal says why, in the words that the call itself would answer. */
  abilities: {
    /** Changing it. */
    update: {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: true;
    } | {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: false;
      /** A code for programs, such as `permission_missing`. */
      reason: string;
      /** A sentence for people. */
      message: string;
    };
    /** Removing it. */
    remove: {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: true;
    } | {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: false;
      /** A code for programs, such as `permission_missing`. */
      reason: string;
      /** A sentence for people. */
      message: string;
    };
  };
};

export type PiecesCreateInput = {
  /** Its number or name among its kind. Left out, it gets the next free number. */
  reference?: string | null;
  /** Where the piece is: `expected`, `in_stock`, `loaded`, `delivered` or `missing`. */
  status: "expected" | "in_stock" | "loaded" | "delivered" | "missing";
  /** What it is, such as a carton or a crate. */
  description?: string | null;
  /** The order that it belongs to. Empty or null: none. */
  order_id?: "" | null | string;
  /** The shipment that it travels with. Empty or null: none. */
  shipment_id?: "" | null | string;
  /** In `weight_unit`; null where it is not known. */
  weight?: string | number | null;
  /** The unit of every weight beside it. Inputs may use another one than the organization's. */
  weight_unit?: "kg" | "g" | "lb" | "oz";
  /** The unit of every length, width and height beside it. */
  dimension_unit?: "cm" | "in";
};

export type PiecesCreateOutput = {
  /** Its id, which begins with a prefix of its kind and sorts by time of creation. */
  id: string;
  /** Its number or name among its kind. Left out, it gets the next free number. */
  reference: string | null;
  /** Where the piece is: `expected`, `in_stock`, `loaded`, `delivered` or `missing`. */
  status: string;
  /** What it is, such as a carton or a crate. */
  description: string | null;
  /** The order that it belongs to; null for none. */
  order: {
    /** The order's id. */
    id: string;
    /** The order's number; null for whoever may not see orders. */
    name: string | null;
  } | null;
  /** The shipment that it travels with; null for none. */
  shipment: {
    /** The shipment's id. */
    id: string;
    /** The shipment's number; null for whoever may not see shipments. */
    name: string | null;
  } | null;
  /** In `weight_unit`; null where it is not known. */
  weight: number | null;
  /** The branch that it belongs to; null for none. Its name is null for whoever may not see it. */
  branch: {
    /** The branch's id. */
    id: string;
    /** The branch's name; null for whoever may not see it. */
    name: string | null;
  } | null;
  /** The unit of every weight beside it. Inputs may use another one than the organization's. */
  weight_unit: "kg" | "g" | "lb" | "oz";
  /** The unit of every length, width and height beside it. */
  dimension_unit: "cm" | "in";
  /** Whether this is a test record. Test and live records never meet. */
  test_mode: boolean;
  /** When it was made. */
  created_at: string;
  /** When it was last changed. */
  updated_at: string;
  /** What the caller may do with it now. A refusal says why, in the words that the call itself would answer. */
  abilities: {
    /** Changing it. */
    update: {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: true;
    } | {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: false;
      /** A code for programs, such as `permission_missing`. */
      reason: string;
      /** A sentence for people. */
      message: string;
    };
    /** Removing it. */
    remove: {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: true;
    } | {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: false;
      /** A code for programs, such as `permission_missing`. */
      reason: string;
      /** A sentence for people. */
      message: string;
    };
  };
};

export type PiecesFindOutput = {
  /** Its id, which begins with a prefix of its kind and sorts by time of creation. */
  id: string;
  /** Its number or name among its kind. Left out, it gets the next free number. */
  reference: string | null;
  /** Where the piece is: `expected`, `in_stock`, `loaded`, `delivered` or `missing`. */
  status: string;
  /** What it is, such as a carton or a crate. */
  description: string | null;
  /** The order that it belongs to; null for none. */
  order: {
    /** The order's id. */
    id: string;
    /** The order's number; null for whoever may not see orders. */
    name: string | null;
  } | null;
  /** The shipment that it travels with; null for none. */
  shipment: {
    /** The shipment's id. */
    id: string;
    /** The shipment's number; null for whoever may not see shipments. */
    name: string | null;
  } | null;
  /** In `weight_unit`; null where it is not known. */
  weight: number | null;
  /** The branch that it belongs to; null for none. Its name is null for whoever may not see it. */
  branch: {
    /** The branch's id. */
    id: string;
    /** The branch's name; null for whoever may not see it. */
    name: string | null;
  } | null;
  /** The unit of every weight beside it. Inputs may use another one than the organization's. */
  weight_unit: "kg" | "g" | "lb" | "oz";
  /** The unit of every length, width and height beside it. */
  dimension_unit: "cm" | "in";
  /** Whether this is a test record. Test and live records never meet. */
  test_mode: boolean;
  /** When it was made. */
  created_at: string;
  /** When it was last changed. */
  updated_at: string;
  /** What the caller may do with it now. A refusal says why, in the words that the call itself would answer. */
  abilities: {
    /** Changing it. */
    update: {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: true;
    } | {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: false;
      /** A code for programs, such as `permission_missing`. */
      reason: string;
      /** A sentence for people. */
      message: string;
    };
    /** Removing it. */
    remove: {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: true;
    } | {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: false;
      /** A code for programs, such as `permission_missing`. */
      reason: string;
      /** A sentence for people. */
      message: string;
    };
  };
};

export type PiecesHistoryOutput = {
  /** The records of this page, in the order that was asked for. */
  data: {
    /** Its id, which begins with a prefix of its kind and sorts by time of creation. */
    id: string;
    /** When it happened. */
    at: string;
    /** Who did it, by name: a member, a key, a server or Berth itself. */
    actor: string;
    /** `insert`, `update` or `delete`. */
    action: "insert" | "update" | "delete";
    /** The fields that changed, each with what was and what is. */
    changes: {
      /** The field that changed, in words. */
      field: string;
      /** What it was; null where it was empty. */
      before: string | null;
      /** What it became; null where it is empty now. */
      after: string | null;
    }[];
  }[];
  /** Send it as `cursor` for the next page; null on the last one. */
  next_cursor: string | null;
};

export type PiecesListOutput = {
  /** The records of this page, in the order that was asked for. */
  data: {
    /** Its id, which begins with a prefix of its kind and sorts by time of creation. */
    id: string;
    /** Its number or name among its kind. Left out, it gets the next free number. */
    reference: string | null;
    /** Where the piece is: `expected`, `in_stock`, `loaded`, `delivered` or `missing`. */
    status: string;
    /** What it is, such as a carton or a crate. */
    description: string | null;
    /** The order that it belongs to; null for none. */
    order: {
      /** The order's id. */
      id: string;
      /** The order's number; null for whoever may not see orders. */
      name: string | null;
    } | null;
    /** The shipment that it travels with; null for none. */
    shipment: {
      /** The shipment's id. */
      id: string;
      /** The shipment's number; null for whoever may not see shipments. */
      name: string | null;
    } | null;
    /** In `weight_unit`; null where it is not known. */
    weight: number | null;
    /** The branch that it belongs to; null for none. Its name is null for whoever may not see it. */
    branch: {
      /** The branch's id. */
      id: string;
      /** The branch's name; null for whoever may not see it. */
      name: string | null;
    } | null;
    /** The unit of every weight beside it. Inputs may use another one than the organization's. */
    weight_unit: "kg" | "g" | "lb" | "oz";
    /** The unit of every length, width and height beside it. */
    dimension_unit: "cm" | "in";
    /** Whether this is a test record. Test and live records never meet. */
    test_mode: boolean;
    /** When it was made. */
    created_at: string;
    /** When it was last changed. */
    updated_at: string;
    /** What the caller may do with it now. A refusal says why, in the words that the call itself would answer. */
    abilities: {
      /** Changing it. */
      update: {
        /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
        allowed: true;
      } | {
        /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
        allowed: false;
        /** A code for programs, such as `permission_missing`. */
        reason: string;
        /** A sentence for people. */
        message: string;
      };
      /** Removing it. */
      remove: {
        /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
        allowed: true;
      } | {
        /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
        allowed: false;
        /** A code for programs, such as `permission_missing`. */
        reason: string;
        /** A sentence for people. */
        message: string;
      };
    };
  }[];
  /** Send it as `cursor` for the next page; null on the last one. */
  next_cursor: string | null;
};

export type PiecesRemoveOutput = {
  /** Its id, which begins with a prefix of its kind and sorts by time of creation. */
  id: string;
  /** What people call it. */
  name: string;
};

export type PiecesUpdateInput = {
  /** Its number or name among its kind. Left out, it gets the next free number. */
  reference?: string | null;
  /** Where the piece is: `expected`, `in_stock`, `loaded`, `delivered` or `missing`. */
  status?: "expected" | "in_stock" | "loaded" | "delivered" | "missing";
  /** What it is, such as a carton or a crate. */
  description?: string | null;
  /** The order that it belongs to. Empty or null: none. */
  order_id?: "" | null | string;
  /** The shipment that it travels with. Empty or null: none. */
  shipment_id?: "" | null | string;
  /** In `weight_unit`; null where it is not known. */
  weight?: string | number | null;
  /** The unit of every weight beside it. Inputs may use another one than the organization's. */
  weight_unit?: "kg" | "g" | "lb" | "oz";
  /** The unit of every length, width and height beside it. */
  dimension_unit?: "cm" | "in";
};

export type PiecesUpdateOutput = {
  /** Its id, which begins with a prefix of its kind and sorts by time of creation. */
  id: string;
  /** Its number or name among its kind. Left out, it gets the next free number. */
  reference: string | null;
  /** Where the piece is: `expected`, `in_stock`, `loaded`, `delivered` or `missing`. */
  status: string;
  /** What it is, such as a carton or a crate. */
  description: string | null;
  /** The order that it belongs to; null for none. */
  order: {
    /** The order's id. */
    id: string;
    /** The order's number; null for whoever may not see orders. */
    name: string | null;
  } | null;
  /** The shipment that it travels with; null for none. */
  shipment: {
    /** The shipment's id. */
    id: string;
    /** The shipment's number; null for whoever may not see shipments. */
    name: string | null;
  } | null;
  /** In `weight_unit`; null where it is not known. */
  weight: number | null;
  /** The branch that it belongs to; null for none. Its name is null for whoever may not see it. */
  branch: {
    /** The branch's id. */
    id: string;
    /** The branch's name; null for whoever may not see it. */
    name: string | null;
  } | null;
  /** The unit of every weight beside it. Inputs may use another one than the organization's. */
  weight_unit: "kg" | "g" | "lb" | "oz";
  /** The unit of every length, width and height beside it. */
  dimension_unit: "cm" | "in";
  /** Whether this is a test record. Test and live records never meet. */
  test_mode: boolean;
  /** When it was made. */
  created_at: string;
  /** When it was last changed. */
  updated_at: string;
  /** What the caller may do with it now. A refusal says why, in the words that the call itself would answer. */
  abilities: {
    /** Changing it. */
    update: {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: true;
    } | {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: false;
      /** A code for programs, such as `permission_missing`. */
      reason: string;
      /** A sentence for people. */
      message: string;
    };
    /** Removing it. */
    remove: {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: true;
    } | {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: false;
      /** A code for programs, such as `permission_missing`. */
      reason: string;
      /** A sentence for people. */
      message: string;
    };
  };
};

export type PlanFindOutput = {
  /** The plan that the organization is on. */
  plan: {
    /** The plan's key. */
    key: string;
    /** What the plan is called. */
    name: string;
    /** What the plan is for. */
    description: string;
  };
  /** Features that the plan switches off. */
  withheld: string[];
  /** Of each feature that is off, the plans that would bring it; none where it is off for this organization alone. */
  offered: Record<string, string[]>;
  /** Each limit, with how much of it is in use. */
  limits: {
    /** Seats: active members. Who is suspended takes none. */
    max_users: {
      /** Null: any number. */
      most: number | null;
      /** Null: any number. */
      plan: number | null;
      /** How much of it is in use; null where nobody counts, as there is no limit. */
      used: number;
    };
    /** API keys that work; a replaced one counts once. */
    keys: {
      /** Null: any number. */
      most: number | null;
      /** Null: any number. */
      plan: number | null;
      /** How much of it is in use; null where nobody counts, as there is no limit. */
      used: number;
    };
    /** Addresses that events are sent to. */
    webhooks: {
      /** Null: any number. */
      most: number | null;
      /** Null: any number. */
      plan: number | null;
      /** How much of it is in use; null where nobody counts, as there is no limit. */
      used: number;
    };
    /** Branches that are not archived. */
    branches: {
      /** Null: any number. */
      most: number | null;
      /** Null: any number. */
      plan: number | null;
      /** How much of it is in use; null where nobody counts, as there is no limit. */
      used: number;
    };
    /** Roles of your own beside the built-in ones. */
    roles: {
      /** Null: any number. */
      most: number | null;
      /** Null: any number. */
      plan: number | null;
      /** How much of it is in use; null where nobody counts, as there is no limit. */
      used: number;
    };
    /** API calls from midnight to midnight where the organization is. */
    api_calls_a_day: {
      /** Null: any number. */
      most: number | null;
      /** Null: any number. */
      plan: number | null;
      /** How much of it is in use; null where nobody counts, as there is no limit. */
      used: number;
    };
  };
  /** What holds for this organization alone, beside its plan. */
  agreed: {
    /** Limits by name; null: any number. */
    limits: Record<string, number | null>;
    /** Features by name, on or off. */
    features: Record<string, boolean>;
    /** Why, as the operators wrote it; empty where nothing was agreed. */
    reason: string;
  };
};

export type PlanRoomOutput = {
  /** Null: any number. */
  most: number | null;
  /** How much of it is in use; null where nobody counts, as there is no limit. */
  used: number | null;
};

export type PlanWithheldOutput = {
  /** The plan that the organization is on. */
  plan: string;
  /** Features that the plan switches off. */
  withheld: string[];
  /** Of each feature that is off, the plans that would bring it; none where it is off for this organization alone. */
  offered: Record<string, string[]>;
};

export type PolicyReadOutput = {
  /** Who needs a second factor; null: as the installation has it. */
  factor_for: "nobody" | "powerful" | "everybody" | null;
  /** How many days people have to set one up. */
  grace_days: number;
  /** Who needs one where the organization says nothing. */
  usual_factor_for: "nobody" | "powerful" | "everybody";
  /** How many days people have where the organization says nothing. */
  usual_grace_days: number;
  /** Whether a place where somebody proved themselves asks for no code for some time. */
  remember_devices: boolean;
  /** How long one stays signed in; null: as the installation has it. */
  session_hours: number | null;
  /** After how long without a call one is signed out; null: as the installation has it. */
  session_idle_minutes: number | null;
  /** The ways to sign in that count here; null for all. */
  sign_in_ways: string[] | null;
  /** Whose identities count; empty for all that the installation knows. */
  sign_in_issuers: string[];
  /** Networks from which the organization opens, in CIDR; empty for all. */
  networks: string[];
  /** From where this was asked, as the server sees it. */
  address: string | null;
  /** How many members there are. */
  members: number;
  /** How many of them have a second factor. */
  members_with_factor: number;
  /** The organization's id. */
  organization_id: string;
};

export type PolicyUpdateInput = {
  /** Who needs a second factor; null: as the installation has it. */
  factor_for: "nobody" | "powerful" | "everybody" | null;
  /** How many days people have to set one up. */
  grace_days: number;
  /** Whether a place where somebody proved themselves asks for no code for some time. */
  remember_devices: boolean;
  /** How long one stays signed in; null: as the installation has it. */
  session_hours: number | null;
  /** After how long without a call one is signed out; null: as the installation has it. */
  session_idle_minutes: number | null;
  /** The ways to sign in that count here; null for all. */
  sign_in_ways?: ("password" | "google" | "microsoft" | "github" | "oidc")[] | null;
  /** Whose identities count; empty for all that the installation knows. */
  sign_in_issuers?: string[];
  /** Networks from which the organization opens, in CIDR; empty for all. */
  networks?: string[];
  /** True: set it even where it leaves out whoever sets it. */
  despite_lock_out: boolean;
  /** The acting person's password, where they have no second factor. */
  password?: string;
  /** A code from the acting person's authenticator app, or a recovery code. */
  factor_code?: string;
};

export type PolicyUpdateOutput = Record<string, never>;

export type PreferencesReadOutput = {
  /** The day that weeks begin with. */
  week_start: "monday" | "sunday" | "saturday";
  /** How days are written. */
  date_format: "day-month-year" | "month-day-year" | "year-month-day";
  /** How times are written. */
  clock: "12" | "24";
  /** Currencies that are offered beside the organization's own. */
  currencies: string[];
  /** The service that new shipments begin with; null for the usual one. */
  default_service: string | null;
};

export type PreferencesUpdateInput = {
  /** The day that weeks begin with. */
  week_start?: "monday" | "sunday" | "saturday";
  /** How days are written. */
  date_format?: "day-month-year" | "month-day-year" | "year-month-day";
  /** How times are written. */
  clock?: "12" | "24";
  /** Currencies that are offered beside the organization's own. */
  currencies?: string[];
  /** The service that new shipments begin with; null for the usual one. */
  default_service?: string | null;
};

export type PreferencesUpdateOutput = {
  /** The day that weeks begin with. */
  week_start: "monday" | "sunday" | "saturday";
  /** How days are written. */
  date_format: "day-month-year" | "month-day-year" | "year-month-day";
  /** How times are written. */
  clock: "12" | "24";
  /** Currencies that are offered beside the organization's own. */
  currencies: string[];
  /** The service that new shipments begin with; null for the usual one. */
  default_service: string | null;
};

export type ProductsCreateInput = {
  /** What it is called on orders. */
  name: string;
  /** The organization's own number of the product. No two products have the same. */
  sku: string;
  /** An integer in the minor unit of the currency, or text in its major unit such as 12.50. */
  price?: number | string | null;
  /** In `weight_unit`; null where it is not known. */
  weight?: string | number | null;
  /** The country that it was made in, as an ISO 3166-1 code. */
  origin?: "" | null | string;
  /** The HS code, for customs. */
  customs_code?: string | null;
  /** Whether it is offered where one chooses. */
  active?: boolean | "true" | "false" | "";
  /** What it is, in words. */
  description?: string | null;
  /** An ISO 4217 code. Amounts are integers in its minor unit: 1250 of EUR is 12.50. */
  currency?: string;
  /** The unit of every weight beside it. Inputs may use another one than the organization's. */
  weight_unit?: "kg" | "g" | "lb" | "oz";
  /** The unit of every length, width and height beside it. */
  dimension_unit?: "cm" | "in";
};

export type ProductsCreateOutput = {
  /** Its id, which begins with a prefix of its kind and sorts by time of creation. */
  id: string;
  /** What it is called on orders. */
  name: string;
  /** The organization's own number of the product. No two products have the same. */
  sku: string;
  /** Of one, in the currency's minor unit; null for none. */
  price: number | null;
  /** In `weight_unit`; null where it is not known. */
  weight: number | null;
  /** The country that it was made in, as an ISO 3166-1 code. */
  origin: string | null;
  /** The HS code, for customs. */
  customs_code: string | null;
  /** Whether it is offered where one chooses. */
  active: boolean;
  /** What it is, in words. */
  description: string | null;
  /** An ISO 4217 code. Amounts are integers in its minor unit: 1250 of EUR is 12.50. */
  currency: string;
  /** The unit of every weight beside it. Inputs may use another one than the organization's. */
  weight_unit: "kg" | "g" | "lb" | "oz";
  /** The unit of every length, width and height beside it. */
  dimension_unit: "cm" | "in";
  /** Whether this is a test record. Test and live records never meet. */
  test_mode: boolean;
  /** When it was made. */
  created_at: string;
  /** When it was last changed. */
  updated_at: string;
  /** What the caller may do with it now. A refusal says why, in the words that the call itself would answer. */
  abilities: {
    /** Changing it. */
    update: {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: true;
    } | {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: false;
      /** A code for programs, such as `permission_missing`. */
      reason: string;
      /** A sentence for people. */
      message: string;
    };
    /** Removing it. */
    remove: {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: true;
    } | {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: false;
      /** A code for programs, such as `permission_missing`. */
      reason: string;
      /** A sentence for people. */
      message: string;
    };
  };
};

export type ProductsFindOutput = {
  /** Its id, which begins with a prefix of its kind and sorts by time of creation. */
  id: string;
  /** What it is called on orders. */
  name: string;
  /** The organization's own number of the product. No two products have the same. */
  sku: string;
  /** Of one, in the currency's minor unit; null for none. */
  price: number | null;
  /** In `weight_unit`; null where it is not known. */
  weight: number | null;
  /** The country that it was made in, as an ISO 3166-1 code. */
  origin: string | null;
  /** The HS code, for customs. */
  customs_code: string | null;
  /** Whether it is offered where one chooses. */
  active: boolean;
  /** What it is, in words. */
  description: string | null;
  /** An ISO 4217 code. Amounts are integers in its minor unit: 1250 of EUR is 12.50. */
  currency: string;
  /** The unit of every weight beside it. Inputs may use another one than the organization's. */
  weight_unit: "kg" | "g" | "lb" | "oz";
  /** The unit of every length, width and height beside it. */
  dimension_unit: "cm" | "in";
  /** Whether this is a test record. Test and live records never meet. */
  test_mode: boolean;
  /** When it was made. */
  created_at: string;
  /** When it was last changed. */
  updated_at: string;
  /** What the caller may do with it now. A refusal says why, in the words that the call itself would answer. */
  abilities: {
    /** Changing it. */
    update: {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: true;
    } | {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: false;
      /** A code for programs, such as `permission_missing`. */
      reason: string;
      /** A sentence for people. */
      message: string;
    };
    /** Removing it. */
    remove: {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: true;
    } | {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: false;
      /** A code for programs, such as `permission_missing`. */
      reason: string;
      /** A sentence for people. */
      message: string;
    };
  };
};

export type ProductsHistoryOutput = {
  /** The records of this page, in the order that was asked for. */
  data: {
    /** Its id, which begins with a prefix of its kind and sorts by time of creation. */
    id: string;
    /** When it happened. */
    at: string;
    /** Who did it, by name: a member, a key, a server or Berth itself. */
    actor: string;
    /** `insert`, `update` or `delete`. */
    action: "insert" | "update" | "delete";
    /** The fields that changed, each with what was and what is. */
    changes: {
      /** The field that changed, in words. */
      field: string;
      /** What it was; null where it was empty. */
      before: string | null;
      /** What it became; null where it is empty now. */
      after: string | null;
    }[];
  }[];
  /** Send it as `cursor` for the next page; null on the last one. */
  next_cursor: string | null;
};

export type ProductsListOutput = {
  /** The records of this page, in the order that was asked for. */
  data: {
    /** Its id, which begins with a prefix of its kind and sorts by time of creation. */
    id: string;
    /** What it is called on orders. */
    name: string;
    /** The organization's own number of the product. No two products have the same. */
    sku: string;
    /** Of one, in the currency's minor unit; null for none. */
    price: number | null;
    /** In `weight_unit`; null where it is not known. */
    weight: number | null;
    /** The country that it was made in, as an ISO 3166-1 code. */
    origin: string | null;
    /** The HS code, for customs. */
    customs_code: string | null;
    /** Whether it is offered where one chooses. */
    active: boolean;
    /** What it is, in words. */
    description: string | null;
    /** An ISO 4217 code. Amounts are integers in its minor unit: 1250 of EUR is 12.50. */
    currency: string;
    /** The unit of every weight beside it. Inputs may use another one than the organization's. */
    weight_unit: "kg" | "g" | "lb" | "oz";
    /** The unit of every length, width and height beside it. */
    dimension_unit: "cm" | "in";
    /** Whether this is a test record. Test and live records never meet. */
    test_mode: boolean;
    /** When it was made. */
    created_at: string;
    /** When it was last changed. */
    updated_at: string;
    /** What the caller may do with it now. A refusal says why, in the words that the call itself would answer. */
    abilities: {
      /** Changing it. */
      update: {
        /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
        allowed: true;
      } | {
        /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
        allowed: false;
        /** A code for programs, such as `permission_missing`. */
        reason: string;
        /** A sentence for people. */
        message: string;
      };
      /** Removing it. */
      remove: {
        /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
        allowed: true;
      } | {
        /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
        allowed: false;
        /** A code for programs, such as `permission_missing`. */
        reason: string;
        /** A sentence for people. */
        message: string;
      };
    };
  }[];
  /** Send it as `cursor` for the next page; null on the last one. */
  next_cursor: string | null;
};

export type ProductsRemoveOutput = {
  /** Its id, which begins with a prefix of its kind and sorts by time of creation. */
  id: string;
  /** What it is called on orders. */
  name: string;
};

export type ProductsUpdateInput = {
  /** What it is called on orders. */
  name?: string;
  /** The organization's own number of the product. No two products have the same. */
  sku?: string;
  /** An integer in the minor unit of the currency, or text in its major unit such as 12.50. */
  price?: number | string | null;
  /** In `weight_unit`; null where it is not known. */
  weight?: string | number | null;
  /** The country that it was made in, as an ISO 3166-1 code. */
  origin?: "" | null | string;
  /** The HS code, for customs. */
  customs_code?: string | null;
  /** Whether it is offered where one chooses. */
  active?: boolean | "true" | "false" | "";
  /** What it is, in words. */
  description?: string | null;
  /** An ISO 4217 code. Amounts are integers in its minor unit: 1250 of EUR is 12.50. */
  currency?: string;
  /** The unit of every weight beside it. Inputs may use another one than the organization's. */
  weight_unit?: "kg" | "g" | "lb" | "oz";
  /** The unit of every length, width and height beside it. */
  dimension_unit?: "cm" | "in";
};

export type ProductsUpdateOutput = {
  /** Its id, which begins with a prefix of its kind and sorts by time of creation. */
  id: string;
  /** What it is called on orders. */
  name: string;
  /** The organization's own number of the product. No two products have the same. */
  sku: string;
  /** Of one, in the currency's minor unit; null for none. */
  price: number | null;
  /** In `weight_unit`; null where it is not known. */
  weight: number | null;
  /** The country that it was made in, as an ISO 3166-1 code. */
  origin: string | null;
  /** The HS code, for customs. */
  customs_code: string | null;
  /** Whether it is offered where one chooses. */
  active: boolean;
  /** What it is, in words. */
  description: string | null;
  /** An ISO 4217 code. Amounts are integers in its minor unit: 1250 of EUR is 12.50. */
  currency: string;
  /** The unit of every weight beside it. Inputs may use another one than the organization's. */
  weight_unit: "kg" | "g" | "lb" | "oz";
  /** The unit of every length, width and height beside it. */
  dimension_unit: "cm" | "in";
  /** Whether this is a test record. Test and live records never meet. */
  test_mode: boolean;
  /** When it was made. */
  created_at: string;
  /** When it was last changed. */
  updated_at: string;
  /** What the caller may do with it now. A refusal says why, in the words that the call itself would answer. */
  abilities: {
    /** Changing it. */
    update: {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: true;
    } | {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: false;
      /** A code for programs, such as `permission_missing`. */
      reason: string;
      /** A sentence for people. */
      message: string;
    };
    /** Removing it. */
    remove: {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: true;
    } | {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: false;
      /** A code for programs, such as `permission_missing`. */
      reason: string;
      /** A sentence for people. */
      message: string;
    };
  };
};

export type RefreshRequest = {
  /** The refresh token of the pair before. */
  refresh: string;
};

export type RegistrationApproveInput = {
  /** The role that they get, by its key. Left out, the organization's default one. */
  role?: string;
  /** A remark for people; empty or null where there is none. */
  note?: string;
  /** Where they begin, as far as the caller may know; null or empty: wherever the approver is. */
  branches?: string[];
  /** The acting person's password, where they have no second factor. */
  password?: string;
  /** A code from the acting person's authenticator app, or a recovery code. */
  factor_code?: string;
};

export type RegistrationApproveOutput = {
  /** Its id, which begins with a prefix of its kind and sorts by time of creation. */
  id: string;
  /** The name that the person gave. */
  name: string;
  /** The address that the person gave. */
  email: string;
  /** What became of it. `waiting`: approved, until the person proves the address. */
  outcome: "joined" | "waiting" | "member" | "rejected" | "decided" | "missing";
  /** `pending`, `approved` or `rejected`. */
  state: "pending" | "approved" | "rejected";
  /** What a rejected request ended as; null while it has not. */
  closed_as: "rejected" | "withdrawn" | "overdue" | "taken_back" | null;
  /** Who decided; null while nobody has. */
  decided_by_name: string | null;
  /** When it was decided; null while it is not. */
  decided_at: string | null;
  /** Approved, and no seat is left now: they come in once there is room when they use their link. */
  no_seat: boolean;
};

export type RegistrationFindOutput = {
  /** Its id, which begins with a prefix of its kind and sorts by time of creation. */
  id: string;
  /** The name that the person gave. */
  name: string;
  /** The address that the person gave. */
  email: string;
  /** What they wrote to the organization. */
  message: string;
  /** `pending`, `approved` or `rejected`. */
  state: "pending" | "approved" | "rejected";
  /** What a rejected request ended as; null while it has not. */
  closed_as: "rejected" | "withdrawn" | "overdue" | "taken_back" | null;
  /** Whether the address is proved by an account. */
  verified: boolean;
  /** When the account with this address was made; null where there is none. */
  account_since: string | null;
  /** How many members have an address of the same domain; 0 for public mail providers. */
  domain_matches: number;
  /** How often the same address asked before. */
  earlier_requests: number;
  /** How often they asked again while this one waits. */
  repeats: number;
  /** The role that they were approved with; null before. */
  role_key: string | null;
  /** What people call that role; null before. */
  role_name: string | null;
  /** Where they begin, as far as the caller may know; null or empty: wherever the approver is. */
  branches: {
    /** The branch's id. */
    id: string;
    /** The branch's name. */
    name: string;
  }[] | null;
  /** A remark for people; empty or null where there is none. */
  note: string | null;
  /** Who decided; null while nobody has. */
  decided_by_name: string | null;
  /** When it was decided; null while it is not. */
  decided_at: string | null;
  /** When they became a member; null while they have not. */
  joined_at: string | null;
  /** Approved by somebody who may no longer do so: it waits for another approval. */
  lapsed: boolean;
  /** By when the organization wants to decide; null where it sets no time. */
  due_at: string | null;
  /** When deciders were reminded; null while they were not. */
  reminded_at: string | null;
  /** When the owner was told that it waits; null while that has not come. */
  escalated_at: string | null;
  /** When it was made. */
  created_at: string;
  /** When it was last changed. */
  updated_at: string;
  /** Whether somebody with this address is a member already. */
  member: boolean;
  /** Where the request came from; null for whoever may not see that. */
  network_address: string | null;
  /** Earlier requests of the same address, newest first. */
  earlier: {
    /** Its id, which begins with a prefix of its kind and sorts by time of creation. */
    id: string;
    /** `pending`, `approved` or `rejected`. */
    state: "pending" | "approved" | "rejected";
    /** What a rejected request ended as; null while it has not. */
    closed_as: "rejected" | "withdrawn" | "overdue" | "taken_back" | null;
    /** A remark for people; empty or null where there is none. */
    note: string | null;
    /** Who decided; null while nobody has. */
    decided_by_name: string | null;
    /** When it was made. */
    created_at: string;
    /** When it was decided; null while it is not. */
    decided_at: string | null;
  }[];
  /** What happened to it, oldest first. */
  history: {
    /** The id of the step. */
    id: number;
    /** When it happened. */
    at: string;
    /** What happened, in words. */
    title: string;
    /** Who did it, by name: a member, a key, a server or Berth itself. */
    actor: string;
  }[];
};

export type RegistrationRejectInput = {
  /** Why; the person reads it. */
  reason: string;
};

export type RegistrationRejectOutput = {
  /** Its id, which begins with a prefix of its kind and sorts by time of creation. */
  id: string;
  /** The name that the person gave. */
  name: string;
  /** The address that the person gave. */
  email: string;
  /** What became of it. `waiting`: approved, until the person proves the address. */
  outcome: "joined" | "waiting" | "member" | "rejected" | "decided" | "missing";
  /** `pending`, `approved` or `rejected`. */
  state: "pending" | "approved" | "rejected";
  /** What a rejected request ended as; null while it has not. */
  closed_as: "rejected" | "withdrawn" | "overdue" | "taken_back" | null;
  /** Who decided; null while nobody has. */
  decided_by_name: string | null;
  /** When it was decided; null while it is not. */
  decided_at: string | null;
  /** Approved, and no seat is left now: they come in once there is room when they use their link. */
  no_seat: boolean;
};

export type RegistrationResendActivationInput = {
  /** The acting person's password, where they have no second factor. */
  password?: string;
  /** A code from the acting person's authenticator app, or a recovery code. */
  factor_code?: string;
};

export type RegistrationResendActivationOutput = {
  /** The address that the person gave. */
  email: string;
  /** What became of it. `waiting`: approved, until the person proves the address. */
  outcome: "waiting" | "joined";
};

export type RegistrationTakeBackInput = {
  /** Why; the person reads it. */
  reason: string;
};

export type RegistrationTakeBackOutput = {
  /** Its id, which begins with a prefix of its kind and sorts by time of creation. */
  id: string;
};

export type RegistrationWithdrawOutput = {
  /** Whether it was withdrawn by this call. */
  withdrawn: boolean;
};

export type RegistrationsApproveInput = {
  /** A role by its key. Left out, the organization's default one. */
  role?: string;
  /** A remark for people; empty or null where there is none. */
  note?: string;
  /** Where they begin, as far as the caller may know; null or empty: wherever the approver is. */
  branches?: string[];
  /** Which ones, by their ids. */
  ids: string[];
  /** The acting person's password, where they have no second factor. */
  password?: string;
  /** A code from the acting person's authenticator app, or a recovery code. */
  factor_code?: string;
};

export type RegistrationsApproveOutput = {
  /** The records of this page, in the order that was asked for. */
  data: {
    /** Its id, which begins with a prefix of its kind and sorts by time of creation. */
    id: string;
    /** The name that the person gave. */
    name: string;
    /** The address that the person gave. */
    email: string;
    /** What became of this one. `waiting`: approved, until the person proves the address. */
    outcome: "joined" | "waiting" | "member" | "rejected" | "decided" | "missing";
    /** `pending`, `approved` or `rejected`. */
    state: "pending" | "approved" | "rejected";
    /** What a rejected request ended as; null while it has not. */
    closed_as: "rejected" | "withdrawn" | "overdue" | "taken_back" | null;
    /** Who decided; null while nobody has. */
    decided_by_name: string | null;
    /** When it was decided; null while it is not. */
    decided_at: string | null;
    /** Approved, and no seat is left now: they come in once there is room when they use their link. */
    no_seat: boolean;
  }[];
  /** Send it as `cursor` for the next page; null on the last one. */
  next_cursor: null;
};

export type RegistrationsCountOutput = {
  /** How many wait. */
  pending: number;
  /** How many were approved. */
  approved: number;
  /** How many were rejected. */
  rejected: number;
};

export type RegistrationsListOutput = {
  /** The records of this page, in the order that was asked for. */
  data: {
    /** Its id, which begins with a prefix of its kind and sorts by time of creation. */
    id: string;
    /** The name that the person gave. */
    name: string;
    /** The address that the person gave. */
    email: string;
    /** What they wrote to the organization. */
    message: string;
    /** `pending`, `approved` or `rejected`. */
    state: "pending" | "approved" | "rejected";
    /** What a rejected request ended as; null while it has not. */
    closed_as: "rejected" | "withdrawn" | "overdue" | "taken_back" | null;
    /** Whether the address is proved by an account. */
    verified: boolean;
    /** When the account with this address was made; null where there is none. */
    account_since: string | null;
    /** How many members have an address of the same domain; 0 for public mail providers. */
    domain_matches: number;
    /** How often the same address asked before. */
    earlier_requests: number;
    /** How often they asked again while this one waits. */
    repeats: number;
    /** The role that they were approved with; null before. */
    role_key: string | null;
    /** What people call that role; null before. */
    role_name: string | null;
    /** Where they begin, as far as the caller may know; null or empty: wherever the approver is. */
    branches: {
      /** The branch's id. */
      id: string;
      /** The branch's name. */
      name: string;
    }[] | null;
    /** A remark for people; empty or null where there is none. */
    note: string | null;
    /** Who decided; null while nobody has. */
    decided_by_name: string | null;
    /** When it was decided; null while it is not. */
    decided_at: string | null;
    /** When they became a member; null while they have not. */
    joined_at: string | null;
    /** Approved by somebody who may no longer do so: it waits for another approval. */
    lapsed: boolean;
    /** By when the organization wants to decide; null where it sets no time. */
    due_at: string | null;
    /** When deciders were reminded; null while they were not. */
    reminded_at: string | null;
    /** When the owner was told that it waits; null while that has not come. */
    escalated_at: string | null;
    /** When it was made. */
    created_at: string;
    /** When it was last changed. */
    updated_at: string;
  }[];
  /** Send it as `cursor` for the next page; null on the last one. */
  next_cursor: string | null;
};

export type RegistrationsRejectInput = {
  /** Why; the people read it. */
  reason: string;
  /** Which ones, by their ids. */
  ids: string[];
};

export type RegistrationsRejectOutput = {
  /** The records of this page, in the order that was asked for. */
  data: {
    /** Its id, which begins with a prefix of its kind and sorts by time of creation. */
    id: string;
    /** The name that the person gave. */
    name: string;
    /** The address that the person gave. */
    email: string;
    /** What became of this one. `waiting`: approved, until the person proves the address. */
    outcome: "joined" | "waiting" | "member" | "rejected" | "decided" | "missing";
    /** `pending`, `approved` or `rejected`. */
    state: "pending" | "approved" | "rejected";
    /** What a rejected request ended as; null while it has not. */
    closed_as: "rejected" | "withdrawn" | "overdue" | "taken_back" | null;
    /** Who decided; null while nobody has. */
    decided_by_name: string | null;
    /** When it was decided; null while it is not. */
    decided_at: string | null;
    /** Approved, and no seat is left now: they come in once there is room when they use their link. */
    no_seat: boolean;
  }[];
  /** Send it as `cursor` for the next page; null on the last one. */
  next_cursor: null;
};

export type RegistrationsRolesOutput = {
  /** The roles that the caller may approve with. */
  roles: {
    /** The role's key, which never changes. */
    key: string;
    /** What people call the role. */
    name: string;
    /** Whom it is for. */
    description: string;
  }[];
  /** The key of the role that is taken where none is named. */
  default_role: string;
};

export type RolesCreateInput = {
  /** What people call the role. */
  name: string;
  /** Whom it is for. */
  description?: string;
  /** Permissions by their codes, such as `orders.view`. */
  permissions?: ("organization.view" | "orders.view" | "shipments.view" | "trackers.view" | "routes.view" | "orders.create" | "orders.update" | "orders.cancel" | "shipments.create" | "shipments.update" | "shipments.cancel" | "trackers.manage" | "customers.view" | "addresses.view" | "customers.manage" | "addresses.manage" | "assets.view" | "pieces.view" | "assets.manage" | "pieces.manage" | "members.invite" | "members.set_flags" | "shipments.import" | "data.import" | "registrations.view" | "invitations.view" | "invitations.revoke" | "roles.view" | "branches.view" | "settings.view" | "keys.view" | "webhooks.view" | "events.view" | "usage.view" | "activity.view" | "delegations.manage" | "routes.view_own" | "purchases.approve" | "invoices.approve" | "routes.manage" | "drivers.assign" | "deliveries.prove" | "location.report" | "registrations.decide" | "members.view" | "members.manage" | "members.set_role" | "roles.manage" | "branches.manage" | "settings.manage" | "branding.manage" | "domains.manage" | "carriers.manage" | "webhooks.manage" | "keys.manage" | "logs.view" | "audit.view" | "audit.export" | "sso.manage" | "channels.manage" | "templates.manage" | "catalog.contribute" | "shares.manage" | "billing.manage" | "data.export" | "organization.transfer" | "organization.delete")[];
  /** The keys of roles whose permissions it has too. */
  inherits?: string[];
  /** The acting person's password, where they have no second factor. */
  password?: string;
  /** A code from the acting person's authenticator app, or a recovery code. */
  factor_code?: string;
};

export type RolesCreateOutput = {
  /** The role's key, which never changes. */
  key: string;
  /** How Karrio's clients spell the key; null where it is the same. */
  alias: string | null;
  /** What people call the role. */
  name: string;
  /** Whom it is for. */
  description: string;
  /** Whether it came with the organization: such a role is copied, not changed. */
  built_in: boolean;
  /** Permissions by their codes, such as `orders.view`. */
  permissions: string[];
  /** The keys of roles whose permissions it has too. */
  inherits: string[];
  /** All that follows: its own permissions and those of the roles that it inherits. */
  held: string[];
  /** How many members have it; of a preview, how many would hold something else afterwards. */
  members: number;
  /** What the caller may do with it now. A refusal says why, in the words that the call itself would answer. */
  abilities: {
    /** Changing it. */
    change: {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: true;
    } | {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: false;
      /** A code for programs, such as `permission_missing`. */
      reason: string;
      /** A sentence for people. */
      message: string;
    };
    /** Making another one like it. */
    copy: {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: true;
    } | {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: false;
      /** A code for programs, such as `permission_missing`. */
      reason: string;
      /** A sentence for people. */
      message: string;
    };
  };
};

export type RolesDeleteInput = {
  /** The key of the role that its members get; null where it has none. */
  replacement?: string | null;
  /** The acting person's password, where they have no second factor. */
  password?: string;
  /** A code from the acting person's authenticator app, or a recovery code. */
  factor_code?: string;
};

export type RolesDeleteOutput = {
  /** The role's key, which never changes. */
  key: string;
  /** How many members have it; of a preview, how many would hold something else afterwards. */
  members: number;
};

export type RolesFindOutput = {
  /** The role's key, which never changes. */
  key: string;
  /** How Karrio's clients spell the key; null where it is the same. */
  alias: string | null;
  /** What people call the role. */
  name: string;
  /** Whom it is for. */
  description: string;
  /** Whether it came with the organization: such a role is copied, not changed. */
  built_in: boolean;
  /** Permissions by their codes, such as `orders.view`. */
  permissions: string[];
  /** The keys of roles whose permissions it has too. */
  inherits: string[];
  /** All that follows: its own permissions and those of the roles that it inherits. */
  held: string[];
  /** How many members have it; of a preview, how many would hold something else afterwards. */
  members: number;
  /** What the caller may do with it now. A refusal says why, in the words that the call itself would answer. */
  abilities: {
    /** Changing it. */
    change: {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: true;
    } | {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: false;
      /** A code for programs, such as `permission_missing`. */
      reason: string;
      /** A sentence for people. */
      message: string;
    };
    /** Making another one like it. */
    copy: {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: true;
    } | {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: false;
      /** A code for programs, such as `permission_missing`. */
      reason: string;
      /** A sentence for people. */
      message: string;
    };
  };
};

export type RolesListOutput = {
  /** The records of this page, in the order that was asked for. */
  data: {
    /** The role's key, which never changes. */
    key: string;
    /** How Karrio's clients spell the key; null where it is the same. */
    alias: string | null;
    /** What people call the role. */
    name: string;
    /** Whom it is for. */
    description: string;
    /** Whether it came with the organization: such a role is copied, not changed. */
    built_in: boolean;
    /** Permissions by their codes, such as `orders.view`. */
    permissions: string[];
    /** The keys of roles whose permissions it has too. */
    inherits: string[];
    /** All that follows: its own permissions and those of the roles that it inherits. */
    held: string[];
    /** How many members have it; of a preview, how many would hold something else afterwards. */
    members: number;
    /** What the caller may do with it now. A refusal says why, in the words that the call itself would answer. */
    abilities: {
      /** Changing it. */
      change: {
        /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
        allowed: true;
      } | {
        /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
        allowed: false;
        /** A code for programs, such as `permission_missing`. */
        reason: string;
        /** A sentence for people. */
        message: string;
      };
      /** Making another one like it. */
      copy: {
        /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
        allowed: true;
      } | {
        /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
        allowed: false;
        /** A code for programs, such as `permission_missing`. */
        reason: string;
        /** A sentence for people. */
        message: string;
      };
    };
  }[];
  /** What the caller may give to others. */
  givable: string[];
  /** What the organization's plan takes from every role for now. */
  withheld: string[];
  /** Whether nobody may decide about somebody of the same rank or above. */
  strict_ladder: boolean;
  /** Send it as `cursor` for the next page; null on the last one. */
  next_cursor: string | null;
};

export type RolesPreviewInput = {
  /** Permissions by their codes, such as `orders.view`. */
  permissions?: ("organization.view" | "orders.view" | "shipments.view" | "trackers.view" | "routes.view" | "orders.create" | "orders.update" | "orders.cancel" | "shipments.create" | "shipments.update" | "shipments.cancel" | "trackers.manage" | "customers.view" | "addresses.view" | "customers.manage" | "addresses.manage" | "assets.view" | "pieces.view" | "assets.manage" | "pieces.manage" | "members.invite" | "members.set_flags" | "shipments.import" | "data.import" | "registrations.view" | "invitations.view" | "invitations.revoke" | "roles.view" | "branches.view" | "settings.view" | "keys.view" | "webhooks.view" | "events.view" | "usage.view" | "activity.view" | "delegations.manage" | "routes.view_own" | "purchases.approve" | "invoices.approve" | "routes.manage" | "drivers.assign" | "deliveries.prove" | "location.report" | "registrations.decide" | "members.view" | "members.manage" | "members.set_role" | "roles.manage" | "branches.manage" | "settings.manage" | "branding.manage" | "domains.manage" | "carriers.manage" | "webhooks.manage" | "keys.manage" | "logs.view" | "audit.view" | "audit.export" | "sso.manage" | "channels.manage" | "templates.manage" | "catalog.contribute" | "shares.manage" | "billing.manage" | "data.export" | "organization.transfer" | "organization.delete")[];
  /** The keys of roles whose permissions it has too. */
  inherits?: string[];
};

export type RolesPreviewOutput = {
  /** Permissions that members with the role would get. */
  gains: string[];
  /** Permissions that members with the role would lose. */
  losses: string[];
  /** Other roles that change with it, as they inherit it. */
  roles: {
    /** The role's key, which never changes. */
    key: string;
    /** What people call the role. */
    name: string;
  }[];
  /** How many members have it; of a preview, how many would hold something else afterwards. */
  members: number;
  /** Names of some members whose rights change. */
  names: string[];
};

export type RolesSetLadderInput = {
  /** Whether nobody may decide about somebody of the same rank or above. */
  strict: boolean;
};

export type RolesSetLadderOutput = {
  /** Whether nobody may decide about somebody of the same rank or above. */
  strict: boolean;
};

export type RolesUpdateInput = {
  /** What people call the role. */
  name: string;
  /** Whom it is for. */
  description?: string;
  /** Permissions by their codes, such as `orders.view`. */
  permissions?: ("organization.view" | "orders.view" | "shipments.view" | "trackers.view" | "routes.view" | "orders.create" | "orders.update" | "orders.cancel" | "shipments.create" | "shipments.update" | "shipments.cancel" | "trackers.manage" | "customers.view" | "addresses.view" | "customers.manage" | "addresses.manage" | "assets.view" | "pieces.view" | "assets.manage" | "pieces.manage" | "members.invite" | "members.set_flags" | "shipments.import" | "data.import" | "registrations.view" | "invitations.view" | "invitations.revoke" | "roles.view" | "branches.view" | "settings.view" | "keys.view" | "webhooks.view" | "events.view" | "usage.view" | "activity.view" | "delegations.manage" | "routes.view_own" | "purchases.approve" | "invoices.approve" | "routes.manage" | "drivers.assign" | "deliveries.prove" | "location.report" | "registrations.decide" | "members.view" | "members.manage" | "members.set_role" | "roles.manage" | "branches.manage" | "settings.manage" | "branding.manage" | "domains.manage" | "carriers.manage" | "webhooks.manage" | "keys.manage" | "logs.view" | "audit.view" | "audit.export" | "sso.manage" | "channels.manage" | "templates.manage" | "catalog.contribute" | "shares.manage" | "billing.manage" | "data.export" | "organization.transfer" | "organization.delete")[];
  /** The keys of roles whose permissions it has too. */
  inherits?: string[];
  /** The acting person's password, where they have no second factor. */
  password?: string;
  /** A code from the acting person's authenticator app, or a recovery code. */
  factor_code?: string;
};

export type RolesUpdateOutput = {
  /** The role's key, which never changes. */
  key: string;
  /** How Karrio's clients spell the key; null where it is the same. */
  alias: string | null;
  /** What people call the role. */
  name: string;
  /** Whom it is for. */
  description: string;
  /** Whether it came with the organization: such a role is copied, not changed. */
  built_in: boolean;
  /** Permissions by their codes, such as `orders.view`. */
  permissions: string[];
  /** The keys of roles whose permissions it has too. */
  inherits: string[];
  /** All that follows: its own permissions and those of the roles that it inherits. */
  held: string[];
  /** How many members have it; of a preview, how many would hold something else afterwards. */
  members: number;
  /** What the caller may do with it now. A refusal says why, in the words that the call itself would answer. */
  abilities: {
    /** Changing it. */
    change: {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: true;
    } | {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: false;
      /** A code for programs, such as `permission_missing`. */
      reason: string;
      /** A sentence for people. */
      message: string;
    };
    /** Making another one like it. */
    copy: {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: true;
    } | {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: false;
      /** A code for programs, such as `permission_missing`. */
      reason: string;
      /** A sentence for people. */
      message: string;
    };
  };
};

export type SearchRecordsOutput = {
  /** The records of this page, in the order that was asked for. */
  data: {
    /** Which kind of record was found. */
    kind: "shipment" | "member" | "request" | "key" | "order" | "piece" | "customer" | "address" | "product" | "asset";
    /** Its id, which begins with a prefix of its kind and sorts by time of creation. */
    id: string;
    /** What the record is called. */
    label: string;
    /** What tells it from others of the same name; null for nothing. */
    detail: string | null;
    /** The address of its page, below the organization's host. */
    path: string;
  }[];
  /** Send it as `cursor` for the next page; null on the last one. */
  next_cursor: string | null;
};

export type ServerAddMemberInput = {
  /** An e-mail address, in small letters. */
  email?: string;
  /** In place of the address: adds who accepted terms that say so, and nobody else. */
  user_id?: string;
  /** Without it the organization's default role. */
  role?: string;
};

export type ServerAddMemberOutput = {
  /** Always true: the answer tells nobody whether they were known. */
  accepted: true;
};

export type ServerCreateOrganizationInput = {
  /** What the organization is called. */
  name: string;
  /** The first part of its address. Left out or taken, the call is refused. */
  slug: string;
  /** Who is invited to own it. */
  owner_email: string;
  /** Its currency, as an ISO 4217 code. */
  currency?: string;
  /** Its IANA time zone. */
  time_zone?: string;
  /** Which roles it begins with. */
  role_template?: "fleet" | "staff" | "procurement";
  /** Its plan, and what it has less than that. */
  settings?: {
    /** Without it the one that new organizations begin with. */
    plan?: string;
    /** How many seats it has; never more than the plan. */
    max_users?: number | null;
    /** Other limits, each no more than the plan has. */
    limits?: {
      /** API keys that work; a replaced one counts once. */
      keys?: number | null;
      /** Addresses that events are sent to. */
      webhooks?: number | null;
      /** Branches that are not archived. */
      branches?: number | null;
      /** Roles of your own beside the built-in ones. */
      roles?: number | null;
      /** API calls from midnight to midnight where the organization is. */
      api_calls_a_day?: number | null;
    };
    /** Each feature on or off; as a list, those that it has and no others. */
    features?: Record<string, boolean> | ("api" | "webhooks" | "imports" | "exports" | "custom_roles" | "branches" | "lending" | "branding" | "audit_export" | "groups")[];
  };
};

export type ServerCreateOrganizationOutput = {
  /** The organization's id. */
  id: string;
  /** The first part of its address. Left out or taken, the call is refused. */
  slug: string;
};

export type SettingsChangeAddressInput = {
  /** The first part of the organization's address, such as `acme-shipping`. */
  slug: string;
};

export type SettingsChangeAddressOutput = {
  /** The first part of the organization's address, such as `acme-shipping`. */
  slug: string;
};

export type SettingsHistoryOutput = {
  /** The records of this page, in the order that was asked for. */
  data: {
    /** The organization's id. */
    id: number;
    /** When it happened. */
    at: string;
    /** Who did it, by name: a member, a key, a server or Berth itself. */
    actor: string;
    /** By which door: a member, a key, a token, a server, support or Berth itself. */
    via: string | null;
    /** By which operation it was changed. */
    operation: string;
    /** The settings that changed, as they were; null for a new one. */
    before: Record<string, unknown> | null;
    /** The settings that changed, as they are; null for one that is gone. */
    after: Record<string, unknown> | null;
  }[];
  /** Send it as `cursor` for the next page; null on the last one. */
  next_cursor: string | null;
};

export type SettingsReadOutput = {
  /** The organization's id. */
  id: string;
  /** The first part of the organization's address, such as `acme-shipping`. */
  slug: string;
  /** What the organization is called. */
  name: string;
  /** The legal name; null where it is the same. */
  company_name: string | null;
  /** What the organization does. */
  industry: string | null;
  /** How many people work there. */
  company_size: string | null;
  /** Where its seat is; null where nobody said. */
  city: string | null;
  /** The country of its seat, as an ISO 3166-1 code; null where nobody said. */
  country: string | null;
  /** The currency of new amounts, as an ISO 4217 code. */
  currency: string;
  /** An IANA time zone, such as `Europe/Amsterdam`. */
  time_zone: string;
  /** The unit in which weights are shown, and read where none is given. */
  weight_unit: string;
  /** The unit in which sizes are shown, and read where none is given. */
  dimension_unit: string;
  /** Which roles it began with. */
  role_template: string;
  /** The key of the role that newcomers get where nobody chooses. */
  default_role: string;
  /** Whether nobody may decide about somebody of the same rank or above. */
  strict_ladder: boolean;
  /** Within how many hours requests are to be decided; null for no time. */
  due_hours: number | null;
  /** After how many hours deciders are reminded; null for never. */
  reminder_hours: number | null;
  /** How many hours past its time the owner is told; null for never. */
  escalation_hours: number | null;
  /** How many hours past its time a request is closed; null for never. */
  close_hours: number | null;
  /** Roles that can be the default one. */
  roles: {
    /** The role's key, which never changes. */
    key: string;
    /** What people call the role. */
    name: string;
    /** Whom it is for. */
    description: string;
  }[];
};

export type SettingsRenameInput = {
  /** What the organization is called. */
  name: string;
};

export type SettingsRenameOutput = Record<string, never>;

export type SettingsUpdateInput = {
  /** What the organization is called. */
  name: string;
  /** The legal name; null where it is the same. */
  company_name: string | null;
  /** What the organization does. */
  industry: "parcel" | "freight" | "last_mile" | "warehousing" | "retail" | "manufacturing" | "procurement" | "food" | "health" | "public" | "other" | null;
  /** How many people work there. */
  company_size: "1-10" | "11-50" | "51-200" | "201-1000" | "1001+" | null;
  /** Where its seat is; null where nobody said. */
  city: string | null;
  /** The country of its seat, as an ISO 3166-1 code; null where nobody said. */
  country: string | null;
  /** The currency of new amounts, as an ISO 4217 code. */
  currency: string;
  /** An IANA time zone, such as `Europe/Amsterdam`. */
  time_zone: string;
  /** The unit in which weights are shown, and read where none is given. */
  weight_unit: "kg" | "g" | "lb" | "oz";
  /** The unit in which sizes are shown, and read where none is given. */
  dimension_unit: "cm" | "in";
};

export type SettingsUpdateOutput = Record<string, never>;

export type SettingsUpdateRequestsInput = {
  /** Within how many hours requests are to be decided; null for no time. */
  due_hours: number | null;
  /** After how many hours deciders are reminded; null for never. */
  reminder_hours: number | null;
  /** How many hours past its time the owner is told; null for never. */
  escalation_hours: number | null;
  /** How many hours past its time a request is closed; null for never. */
  close_hours: number | null;
};

export type SettingsUpdateRequestsOutput = Record<string, never>;

export type SettingsUpdateRolesInput = {
  /** Which roles it began with. */
  role_template: "fleet" | "procurement" | "staff";
  /** The key of the role that newcomers get where nobody chooses. */
  default_role: string;
};

export type SettingsUpdateRolesOutput = Record<string, never>;

export type ShipmentsAssignManyInput = {
  /** Which ones, by their ids. */
  ids: string[];
  /** The branch that it belongs to. Empty or null: none. */
  branch_id: "" | string | null;
};

export type ShipmentsAssignManyOutput = {
  /** The records of this page, in the order that was asked for. */
  data: {
    /** Its id, which begins with a prefix of its kind and sorts by time of creation. */
    id: string;
    /** Its number or name among its kind. Left out, it gets the next free number. */
    reference: string;
    /** Whether the status of this one changed. */
    done: boolean;
    /** What became of it, as a sentence. */
    message: string;
  }[];
  /** Send it as `cursor` for the next page; null on the last one. */
  next_cursor: null;
};

export type ShipmentsCancelInput = {
  /** A remark that stands in the history beside the new status. */
  note?: string | null;
};

export type ShipmentsCancelManyInput = {
  /** Which ones, by their ids. */
  ids: string[];
  /** A remark that stands in the history beside the new status. */
  note?: string | null;
};

export type ShipmentsCancelManyOutput = {
  /** The records of this page, in the order that was asked for. */
  data: {
    /** Its id, which begins with a prefix of its kind and sorts by time of creation. */
    id: string;
    /** Its number or name among its kind. Left out, it gets the next free number. */
    reference: string;
    /** Whether the status of this one changed. */
    done: boolean;
    /** What became of it, as a sentence. */
    message: string;
  }[];
  /** Send it as `cursor` for the next page; null on the last one. */
  next_cursor: null;
};

export type ShipmentsCancelOutput = {
  /** Its id, which begins with a prefix of its kind and sorts by time of creation. */
  id: string;
  /** Its number or name among its kind. Left out, it gets the next free number. */
  reference: string;
  /** From `draft` over `ready`, `picked_up`, `in_transit` and `out_for_delivery` to `delivered`; `exception` is trouble on the way, `cancelled` the end without delivery. */
  status: "draft" | "ready" | "picked_up" | "in_transit" | "out_for_delivery" | "exception" | "delivered" | "cancelled";
  /** Why it is in trouble or was cancelled, as somebody wrote it; null where nobody did. */
  status_note: string | null;
  /** How fast it goes, and for how much. */
  service: "economy" | "standard" | "express" | "same_day" | "freight";
  /** The branch that it belongs to; null for none. Its name is null for whoever may not see it. */
  branch: {
    /** The branch's id. */
    id: string;
    /** The branch's name; null for whoever may not see it. */
    name: string;
  } | null;
  /** The order that it belongs to; null for none. */
  order: {
    /** The order's id. */
    id: string;
    /** The order's number; null for whoever may not see orders. */
    name: string | null;
  } | null;
  /** Where it comes from. */
  sender: {
    /** Who sends it. */
    name: string;
    /** The company at this address; empty or null for a person. */
    company: string;
    /** Street and number. */
    street: string;
    /** Flat, floor, gate or whatever else finds the door. */
    extra: string;
    /** The town. */
    city: string;
    /** State or region, where the country has them in addresses. */
    region: string;
    /** The postcode, as the country writes it. */
    postcode: string;
    /** An ISO 3166-1 alpha-2 code, such as `NL`. */
    country: string;
    /** A telephone number, as people write it. */
    phone: string;
    /** Where news of it may go; empty for none. */
    email: string;
  };
  /** Where it goes. */
  recipient: {
    /** Who receives it. */
    name: string;
    /** The company at this address; empty or null for a person. */
    company: string;
    /** Street and number. */
    street: string;
    /** Flat, floor, gate or whatever else finds the door. */
    extra: string;
    /** The town. */
    city: string;
    /** State or region, where the country has them in addresses. */
    region: string;
    /** The postcode, as the country writes it. */
    postcode: string;
    /** An ISO 3166-1 alpha-2 code, such as `NL`. */
    country: string;
    /** A telephone number, as people write it. */
    phone: string;
    /** Where news of it may go; empty for none. */
    email: string;
  };
  /** How many parcels it has. */
  parcel_count: number;
  /** All parcels together, in `weight_unit`. */
  weight: number;
  /** The unit of every weight beside it. Inputs may use another one than the organization's. */
  weight_unit: "kg" | "g" | "lb" | "oz";
  /** The carrier's number, by which it is followed; null before there is one. */
  tracking_number: string | null;
  /** An integer in the currency's minor unit; null where there is none yet. */
  price: number | null;
  /** An ISO 4217 code. Amounts are integers in its minor unit: 1250 of EUR is 12.50. */
  currency: string;
  /** The day on which it is to leave. */
  ship_on: string | null;
  /** Whether this is a test record. Test and live records never meet. */
  test_mode: boolean;
  /** When it was made. */
  created_at: string;
  /** When it was last changed. */
  updated_at: string;
  /** When it arrived; null while it has not. */
  delivered_at: string | null;
  /** The statuses that may follow now, for the caller. */
  next: ("draft" | "ready" | "picked_up" | "in_transit" | "out_for_delivery" | "exception" | "delivered" | "cancelled")[];
  /** What the caller may do with it now. A refusal says why, in the words that the call itself would answer. */
  abilities: {
    /** Changing it. */
    update: {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: true;
    } | {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: false;
      /** A code for programs, such as `permission_missing`. */
      reason: string;
      /** A sentence for people. */
      message: string;
    };
    /** Cancelling it. */
    cancel: {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: true;
    } | {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: false;
      /** A code for programs, such as `permission_missing`. */
      reason: string;
      /** A sentence for people. */
      message: string;
    };
  };
};

export type ShipmentsCountOutput = {
  /** How many are drafts. */
  draft: number;
  /** How many are on their way, from ready to out for delivery. */
  moving: number;
  /** How many are in trouble. */
  exception: number;
  /** How many arrived. */
  delivered: number;
};

export type ShipmentsCreateInput = {
  /** Its number or name among its kind. Left out, it gets the next free number. */
  reference?: string | null;
  /** How fast it goes, and for how much. */
  service: "economy" | "standard" | "express" | "same_day" | "freight";
  /** The branch that it belongs to. Empty or null: none. */
  branch_id?: "" | string | null;
  /** The order that it belongs to. Empty or null: none. */
  order_id?: "" | string | null;
  /** Where it comes from. */
  sender: {
    /** Who sends it. */
    name: string;
    /** The company at this address; empty or null for a person. */
    company?: string;
    /** Street and number. */
    street: string;
    /** Flat, floor, gate or whatever else finds the door. */
    extra?: string;
    /** The town. */
    city: string;
    /** State or region, where the country has them in addresses. */
    region?: string;
    /** The postcode, as the country writes it. */
    postcode?: string;
    /** An ISO 3166-1 alpha-2 code, such as `NL`. */
    country: string;
    /** A telephone number, as people write it. */
    phone?: string;
    /** Where news of it may go; empty for none. */
    email?: "" | string;
  };
  /** Where it goes. */
  recipient: {
    /** Who receives it. */
    name: string;
    /** The company at this address; empty or null for a person. */
    company?: string;
    /** Street and number. */
    street: string;
    /** Flat, floor, gate or whatever else finds the door. */
    extra?: string;
    /** The town. */
    city: string;
    /** State or region, where the country has them in addresses. */
    region?: string;
    /** The postcode, as the country writes it. */
    postcode?: string;
    /** An ISO 3166-1 alpha-2 code, such as `NL`. */
    country: string;
    /** A telephone number, as people write it. */
    phone?: string;
    /** Where news of it may go; empty for none. */
    email?: "" | string;
  };
  /** What it consists of, one at least. A change replaces all of them. */
  parcels: {
    /** What is in it. */
    description?: string | null;
    /** In `weight_unit`. */
    weight: number;
    /** In `dimension_unit`. */
    length?: string | number | null;
    /** In `dimension_unit`. */
    width?: string | number | null;
    /** In `dimension_unit`. */
    height?: string | number | null;
  }[];
  /** The unit of every weight beside it. Inputs may use another one than the organization's. */
  weight_unit?: "kg" | "g" | "lb" | "oz";
  /** The unit of every length, width and height beside it. */
  dimension_unit?: "cm" | "in";
  /** The carrier's number, by which it is followed; null before there is one. */
  tracking_number?: string | null;
  /** An integer in the minor unit of the currency, or text in its major unit such as 12.50. */
  price?: number | string | null;
  /** An ISO 4217 code. Amounts are integers in its minor unit: 1250 of EUR is 12.50. */
  currency?: string;
  /** The day on which it is to leave. */
  ship_on?: "" | string | null;
  /** Remarks that only people of the organization see. Line breaks are kept. */
  notes?: string | null;
  /** True: it is ready to go at once, and no draft. */
  ready?: boolean | "true" | "false" | "";
  /** Whether this is a test record. Test and live records never meet. */
  test_mode?: boolean | "true" | "false" | "";
};

export type ShipmentsCreateOutput = {
  /** Its id, which begins with a prefix of its kind and sorts by time of creation. */
  id: string;
  /** Its number or name among its kind. Left out, it gets the next free number. */
  reference: string;
  /** From `draft` over `ready`, `picked_up`, `in_transit` and `out_for_delivery` to `delivered`; `exception` is trouble on the way, `cancelled` the end without delivery. */
  status: "draft" | "ready" | "picked_up" | "in_transit" | "out_for_delivery" | "exception" | "delivered" | "cancelled";
  /** Why it is in trouble or was cancelled, as somebody wrote it; null where nobody did. */
  status_note: string | null;
  /** How fast it goes, and for how much. */
  service: "economy" | "standard" | "express" | "same_day" | "freight";
  /** The branch that it belongs to; null for none. Its name is null for whoever may not see it. */
  branch: {
    /** The branch's id. */
    id: string;
    /** The branch's name; null for whoever may not see it. */
    name: string;
  } | null;
  /** The order that it belongs to; null for none. */
  order: {
    /** The order's id. */
    id: string;
    /** The order's number; null for whoever may not see orders. */
    name: string | null;
  } | null;
  /** Where it comes from. */
  sender: {
    /** Who sends it. */
    name: string;
    /** The company at this address; empty or null for a person. */
    company: string;
    /** Street and number. */
    street: string;
    /** Flat, floor, gate or whatever else finds the door. */
    extra: string;
    /** The town. */
    city: string;
    /** State or region, where the country has them in addresses. */
    region: string;
    /** The postcode, as the country writes it. */
    postcode: string;
    /** An ISO 3166-1 alpha-2 code, such as `NL`. */
    country: string;
    /** A telephone number, as people write it. */
    phone: string;
    /** Where news of it may go; empty for none. */
    email: string;
  };
  /** Where it goes. */
  recipient: {
    /** Who receives it. */
    name: string;
    /** The company at this address; empty or null for a person. */
    company: string;
    /** Street and number. */
    street: string;
    /** Flat, floor, gate or whatever else finds the door. */
    extra: string;
    /** The town. */
    city: string;
    /** State or region, where the country has them in addresses. */
    region: string;
    /** The postcode, as the country writes it. */
    postcode: string;
    /** An ISO 3166-1 alpha-2 code, such as `NL`. */
    country: string;
    /** A telephone number, as people write it. */
    phone: string;
    /** Where news of it may go; empty for none. */
    email: string;
  };
  /** How many parcels it has. */
  parcel_count: number;
  /** All parcels together, in `weight_unit`. */
  weight: number;
  /** The unit of every weight beside it. Inputs may use another one than the organization's. */
  weight_unit: "kg" | "g" | "lb" | "oz";
  /** The carrier's number, by which it is followed; null before there is one. */
  tracking_number: string | null;
  /** An integer in the currency's minor unit; null where there is none yet. */
  price: number | null;
  /** An ISO 4217 code. Amounts are integers in its minor unit: 1250 of EUR is 12.50. */
  currency: string;
  /** The day on which it is to leave. */
  ship_on: string | null;
  /** Whether this is a test record. Test and live records never meet. */
  test_mode: boolean;
  /** When it was made. */
  created_at: string;
  /** When it was last changed. */
  updated_at: string;
  /** When it arrived; null while it has not. */
  delivered_at: string | null;
  /** The statuses that may follow now, for the caller. */
  next: ("draft" | "ready" | "picked_up" | "in_transit" | "out_for_delivery" | "exception" | "delivered" | "cancelled")[];
  /** What the caller may do with it now. A refusal says why, in the words that the call itself would answer. */
  abilities: {
    /** Changing it. */
    update: {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: true;
    } | {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: false;
      /** A code for programs, such as `permission_missing`. */
      reason: string;
      /** A sentence for people. */
      message: string;
    };
    /** Cancelling it. */
    cancel: {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: true;
    } | {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: false;
      /** A code for programs, such as `permission_missing`. */
      reason: string;
      /** A sentence for people. */
      message: string;
    };
  };
  /** Remarks that only people of the organization see. Line breaks are kept. */
  notes: string | null;
  /** The unit of every length, width and height beside it. */
  dimension_unit: "cm" | "in";
  /** What it consists of, one at least. A change replaces all of them. */
  parcels: {
    /** What is in it. */
    description: string | null;
    /** In `weight_unit`. */
    weight: number;
    /** In `dimension_unit`. */
    length: number | null;
    /** In `dimension_unit`. */
    width: number | null;
    /** In `dimension_unit`. */
    height: number | null;
  }[];
  /** What happened to it, oldest first. */
  history: {
    /** The id of the step. */
    id: string;
    /** The status before; null for the first step. */
    from: "draft" | "ready" | "picked_up" | "in_transit" | "out_for_delivery" | "exception" | "delivered" | "cancelled" | null;
    /** The status from then on. */
    status: "draft" | "ready" | "picked_up" | "in_transit" | "out_for_delivery" | "exception" | "delivered" | "cancelled";
    /** What was remarked with the step. */
    note: string | null;
    /** Who did it, by name: a member, a key, a server or Berth itself. */
    actor: string;
    /** When it happened. */
    at: string;
  }[];
};

export type ShipmentsFindOutput = {
  /** Its id, which begins with a prefix of its kind and sorts by time of creation. */
  id: string;
  /** Its number or name among its kind. Left out, it gets the next free number. */
  reference: string;
  /** From `draft` over `ready`, `picked_up`, `in_transit` and `out_for_delivery` to `delivered`; `exception` is trouble on the way, `cancelled` the end without delivery. */
  status: "draft" | "ready" | "picked_up" | "in_transit" | "out_for_delivery" | "exception" | "delivered" | "cancelled";
  /** Why it is in trouble or was cancelled, as somebody wrote it; null where nobody did. */
  status_note: string | null;
  /** How fast it goes, and for how much. */
  service: "economy" | "standard" | "express" | "same_day" | "freight";
  /** The branch that it belongs to; null for none. Its name is null for whoever may not see it. */
  branch: {
    /** The branch's id. */
    id: string;
    /** The branch's name; null for whoever may not see it. */
    name: string;
  } | null;
  /** The order that it belongs to; null for none. */
  order: {
    /** The order's id. */
    id: string;
    /** The order's number; null for whoever may not see orders. */
    name: string | null;
  } | null;
  /** Where it comes from. */
  sender: {
    /** Who sends it. */
    name: string;
    /** The company at this address; empty or null for a person. */
    company: string;
    /** Street and number. */
    street: string;
    /** Flat, floor, gate or whatever else finds the door. */
    extra: string;
    /** The town. */
    city: string;
    /** State or region, where the country has them in addresses. */
    region: string;
    /** The postcode, as the country writes it. */
    postcode: string;
    /** An ISO 3166-1 alpha-2 code, such as `NL`. */
    country: string;
    /** A telephone number, as people write it. */
    phone: string;
    /** Where news of it may go; empty for none. */
    email: string;
  };
  /** Where it goes. */
  recipient: {
    /** Who receives it. */
    name: string;
    /** The company at this address; empty or null for a person. */
    company: string;
    /** Street and number. */
    street: string;
    /** Flat, floor, gate or whatever else finds the door. */
    extra: string;
    /** The town. */
    city: string;
    /** State or region, where the country has them in addresses. */
    region: string;
    /** The postcode, as the country writes it. */
    postcode: string;
    /** An ISO 3166-1 alpha-2 code, such as `NL`. */
    country: string;
    /** A telephone number, as people write it. */
    phone: string;
    /** Where news of it may go; empty for none. */
    email: string;
  };
  /** How many parcels it has. */
  parcel_count: number;
  /** All parcels together, in `weight_unit`. */
  weight: number;
  /** The unit of every weight beside it. Inputs may use another one than the organization's. */
  weight_unit: "kg" | "g" | "lb" | "oz";
  /** The carrier's number, by which it is followed; null before there is one. */
  tracking_number: string | null;
  /** An integer in the currency's minor unit; null where there is none yet. */
  price: number | null;
  /** An ISO 4217 code. Amounts are integers in its minor unit: 1250 of EUR is 12.50. */
  currency: string;
  /** The day on which it is to leave. */
  ship_on: string | null;
  /** Whether this is a test record. Test and live records never meet. */
  test_mode: boolean;
  /** When it was made. */
  created_at: string;
  /** When it was last changed. */
  updated_at: string;
  /** When it arrived; null while it has not. */
  delivered_at: string | null;
  /** The statuses that may follow now, for the caller. */
  next: ("draft" | "ready" | "picked_up" | "in_transit" | "out_for_delivery" | "exception" | "delivered" | "cancelled")[];
  /** What the caller may do with it now. A refusal says why, in the words that the call itself would answer. */
  abilities: {
    /** Changing it. */
    update: {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: true;
    } | {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: false;
      /** A code for programs, such as `permission_missing`. */
      reason: string;
      /** A sentence for people. */
      message: string;
    };
    /** Cancelling it. */
    cancel: {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: true;
    } | {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: false;
      /** A code for programs, such as `permission_missing`. */
      reason: string;
      /** A sentence for people. */
      message: string;
    };
  };
  /** Remarks that only people of the organization see. Line breaks are kept. */
  notes: string | null;
  /** The unit of every length, width and height beside it. */
  dimension_unit: "cm" | "in";
  /** What it consists of, one at least. A change replaces all of them. */
  parcels: {
    /** What is in it. */
    description: string | null;
    /** In `weight_unit`. */
    weight: number;
    /** In `dimension_unit`. */
    length: number | null;
    /** In `dimension_unit`. */
    width: number | null;
    /** In `dimension_unit`. */
    height: number | null;
  }[];
  /** What happened to it, oldest first. */
  history: {
    /** The id of the step. */
    id: string;
    /** The status before; null for the first step. */
    from: "draft" | "ready" | "picked_up" | "in_transit" | "out_for_delivery" | "exception" | "delivered" | "cancelled" | null;
    /** The status from then on. */
    status: "draft" | "ready" | "picked_up" | "in_transit" | "out_for_delivery" | "exception" | "delivered" | "cancelled";
    /** What was remarked with the step. */
    note: string | null;
    /** Who did it, by name: a member, a key, a server or Berth itself. */
    actor: string;
    /** When it happened. */
    at: string;
  }[];
};

export type ShipmentsListOutput = {
  /** The records of this page, in the order that was asked for. */
  data: {
    /** Its id, which begins with a prefix of its kind and sorts by time of creation. */
    id: string;
    /** Its number or name among its kind. Left out, it gets the next free number. */
    reference: string;
    /** From `draft` over `ready`, `picked_up`, `in_transit` and `out_for_delivery` to `delivered`; `exception` is trouble on the way, `cancelled` the end without delivery. */
    status: "draft" | "ready" | "picked_up" | "in_transit" | "out_for_delivery" | "exception" | "delivered" | "cancelled";
    /** Why it is in trouble or was cancelled, as somebody wrote it; null where nobody did. */
    status_note: string | null;
    /** How fast it goes, and for how much. */
    service: "economy" | "standard" | "express" | "same_day" | "freight";
    /** The branch that it belongs to; null for none. Its name is null for whoever may not see it. */
    branch: {
      /** The branch's id. */
      id: string;
      /** The branch's name; null for whoever may not see it. */
      name: string;
    } | null;
    /** The order that it belongs to; null for none. */
    order: {
      /** The order's id. */
      id: string;
      /** The order's number; null for whoever may not see orders. */
      name: string | null;
    } | null;
    /** Where it comes from. */
    sender: {
      /** Who sends it. */
      name: string;
      /** The company at this address; empty or null for a person. */
      company: string;
      /** Street and number. */
      street: string;
      /** Flat, floor, gate or whatever else finds the door. */
      extra: string;
      /** The town. */
      city: string;
      /** State or region, where the country has them in addresses. */
      region: string;
      /** The postcode, as the country writes it. */
      postcode: string;
      /** An ISO 3166-1 alpha-2 code, such as `NL`. */
      country: string;
      /** A telephone number, as people write it. */
      phone: string;
      /** Where news of it may go; empty for none. */
      email: string;
    };
    /** Where it goes. */
    recipient: {
      /** Who receives it. */
      name: string;
      /** The company at this address; empty or null for a person. */
      company: string;
      /** Street and number. */
      street: string;
      /** Flat, floor, gate or whatever else finds the door. */
      extra: string;
      /** The town. */
      city: string;
      /** State or region, where the country has them in addresses. */
      region: string;
      /** The postcode, as the country writes it. */
      postcode: string;
      /** An ISO 3166-1 alpha-2 code, such as `NL`. */
      country: string;
      /** A telephone number, as people write it. */
      phone: string;
      /** Where news of it may go; empty for none. */
      email: string;
    };
    /** How many parcels it has. */
    parcel_count: number;
    /** All parcels together, in `weight_unit`. */
    weight: number;
    /** The unit of every weight beside it. Inputs may use another one than the organization's. */
    weight_unit: "kg" | "g" | "lb" | "oz";
    /** The carrier's number, by which it is followed; null before there is one. */
    tracking_number: string | null;
    /** An integer in the currency's minor unit; null where there is none yet. */
    price: number | null;
    /** An ISO 4217 code. Amounts are integers in its minor unit: 1250 of EUR is 12.50. */
    currency: string;
    /** The day on which it is to leave. */
    ship_on: string | null;
    /** Whether this is a test record. Test and live records never meet. */
    test_mode: boolean;
    /** When it was made. */
    created_at: string;
    /** When it was last changed. */
    updated_at: string;
    /** When it arrived; null while it has not. */
    delivered_at: string | null;
    /** The statuses that may follow now, for the caller. */
    next: ("draft" | "ready" | "picked_up" | "in_transit" | "out_for_delivery" | "exception" | "delivered" | "cancelled")[];
    /** What the caller may do with it now. A refusal says why, in the words that the call itself would answer. */
    abilities: {
      /** Changing it. */
      update: {
        /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
        allowed: true;
      } | {
        /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
        allowed: false;
        /** A code for programs, such as `permission_missing`. */
        reason: string;
        /** A sentence for people. */
        message: string;
      };
      /** Cancelling it. */
      cancel: {
        /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
        allowed: true;
      } | {
        /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
        allowed: false;
        /** A code for programs, such as `permission_missing`. */
        reason: string;
        /** A sentence for people. */
        message: string;
      };
    };
  }[];
  /** Send it as `cursor` for the next page; null on the last one. */
  next_cursor: string | null;
};

export type ShipmentsMoveInput = {
  /** Which ones, by their ids. */
  ids: string[];
  /** The branch that it belongs to. Empty or null: none. */
  branch_id: "" | string | null;
};

export type ShipmentsMoveOutput = {
  /** How many came to the branch; those that were there already do not count. */
  moved: number;
};

export type ShipmentsPrepareOutput = {
  /** The shipment that was named, to begin a new one with; null where none was. */
  model: {
    /** Its id, which begins with a prefix of its kind and sorts by time of creation. */
    id: string;
    /** Its number or name among its kind. Left out, it gets the next free number. */
    reference: string;
    /** From `draft` over `ready`, `picked_up`, `in_transit` and `out_for_delivery` to `delivered`; `exception` is trouble on the way, `cancelled` the end without delivery. */
    status: "draft" | "ready" | "picked_up" | "in_transit" | "out_for_delivery" | "exception" | "delivered" | "cancelled";
    /** Why it is in trouble or was cancelled, as somebody wrote it; null where nobody did. */
    status_note: string | null;
    /** How fast it goes, and for how much. */
    service: "economy" | "standard" | "express" | "same_day" | "freight";
    /** The branch that it belongs to; null for none. Its name is null for whoever may not see it. */
    branch: {
      /** The branch's id. */
      id: string;
      /** The branch's name; null for whoever may not see it. */
      name: string;
    } | null;
    /** The order that it belongs to; null for none. */
    order: {
      /** The order's id. */
      id: string;
      /** The order's number; null for whoever may not see orders. */
      name: string | null;
    } | null;
    /** Where it comes from. */
    sender: {
      /** Who sends it. */
      name: string;
      /** The company at this address; empty or null for a person. */
      company: string;
      /** Street and number. */
      street: string;
      /** Flat, floor, gate or whatever else finds the door. */
      extra: string;
      /** The town. */
      city: string;
      /** State or region, where the country has them in addresses. */
      region: string;
      /** The postcode, as the country writes it. */
      postcode: string;
      /** An ISO 3166-1 alpha-2 code, such as `NL`. */
      country: string;
      /** A telephone number, as people write it. */
      phone: string;
      /** Where news of it may go; empty for none. */
      email: string;
    };
    /** Where it goes. */
    recipient: {
      /** Who receives it. */
      name: string;
      /** The company at this address; empty or null for a person. */
      company: string;
      /** Street and number. */
      street: string;
      /** Flat, floor, gate or whatever else finds the door. */
      extra: string;
      /** The town. */
      city: string;
      /** State or region, where the country has them in addresses. */
      region: string;
      /** The postcode, as the country writes it. */
      postcode: string;
      /** An ISO 3166-1 alpha-2 code, such as `NL`. */
      country: string;
      /** A telephone number, as people write it. */
      phone: string;
      /** Where news of it may go; empty for none. */
      email: string;
    };
    /** How many parcels it has. */
    parcel_count: number;
    /** All parcels together, in `weight_unit`. */
    weight: number;
    /** The unit of every weight beside it. Inputs may use another one than the organization's. */
    weight_unit: "kg" | "g" | "lb" | "oz";
    /** The carrier's number, by which it is followed; null before there is one. */
    tracking_number: string | null;
    /** An integer in the currency's minor unit; null where there is none yet. */
    price: number | null;
    /** An ISO 4217 code. Amounts are integers in its minor unit: 1250 of EUR is 12.50. */
    currency: string;
    /** The day on which it is to leave. */
    ship_on: string | null;
    /** Whether this is a test record. Test and live records never meet. */
    test_mode: boolean;
    /** When it was made. */
    created_at: string;
    /** When it was last changed. */
    updated_at: string;
    /** When it arrived; null while it has not. */
    delivered_at: string | null;
    /** The statuses that may follow now, for the caller. */
    next: ("draft" | "ready" | "picked_up" | "in_transit" | "out_for_delivery" | "exception" | "delivered" | "cancelled")[];
    /** What the caller may do with it now. A refusal says why, in the words that the call itself would answer. */
    abilities: {
      /** Changing it. */
      update: {
        /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
        allowed: true;
      } | {
        /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
        allowed: false;
        /** A code for programs, such as `permission_missing`. */
        reason: string;
        /** A sentence for people. */
        message: string;
      };
      /** Cancelling it. */
      cancel: {
        /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
        allowed: true;
      } | {
        /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
        allowed: false;
        /** A code for programs, such as `permission_missing`. */
        reason: string;
        /** A sentence for people. */
        message: string;
      };
    };
    /** Remarks that only people of the organization see. Line breaks are kept. */
    notes: string | null;
    /** The unit of every length, width and height beside it. */
    dimension_unit: "cm" | "in";
    /** What it consists of, one at least. A change replaces all of them. */
    parcels: {
      /** What is in it. */
      description: string | null;
      /** In `weight_unit`. */
      weight: number;
      /** In `dimension_unit`. */
      length: number | null;
      /** In `dimension_unit`. */
      width: number | null;
      /** In `dimension_unit`. */
      height: number | null;
    }[];
    /** What happened to it, oldest first. */
    history: {
      /** The id of the step. */
      id: string;
      /** The status before; null for the first step. */
      from: "draft" | "ready" | "picked_up" | "in_transit" | "out_for_delivery" | "exception" | "delivered" | "cancelled" | null;
      /** The status from then on. */
      status: "draft" | "ready" | "picked_up" | "in_transit" | "out_for_delivery" | "exception" | "delivered" | "cancelled";
      /** What was remarked with the step. */
      note: string | null;
      /** Who did it, by name: a member, a key, a server or Berth itself. */
      actor: string;
      /** When it happened. */
      at: string;
    }[];
  } | null;
  /** Where it comes from. */
  sender: {
    /** Who sends it. */
    name: string;
    /** The company at this address; empty or null for a person. */
    company: string;
    /** Street and number. */
    street: string;
    /** Flat, floor, gate or whatever else finds the door. */
    extra: string;
    /** The town. */
    city: string;
    /** State or region, where the country has them in addresses. */
    region: string;
    /** The postcode, as the country writes it. */
    postcode: string;
    /** An ISO 3166-1 alpha-2 code, such as `NL`. */
    country: string;
    /** A telephone number, as people write it. */
    phone: string;
    /** Where news of it may go; empty for none. */
    email: string;
  } | null;
  /** How fast it goes, and for how much. */
  service: "economy" | "standard" | "express" | "same_day" | "freight";
  /** The order that it belongs to; null for none. */
  order: {
    /** The order's id. */
    id: string;
    /** The order's number; null for whoever may not see orders. */
    name: string | null;
    /** Where it comes from. */
    sender: {
      /** Who sends it. */
      name: string;
      /** The company at this address; empty or null for a person. */
      company: string;
      /** Street and number. */
      street: string;
      /** Flat, floor, gate or whatever else finds the door. */
      extra: string;
      /** The town. */
      city: string;
      /** State or region, where the country has them in addresses. */
      region: string;
      /** The postcode, as the country writes it. */
      postcode: string;
      /** An ISO 3166-1 alpha-2 code, such as `NL`. */
      country: string;
      /** A telephone number, as people write it. */
      phone: string;
      /** Where news of it may go; empty for none. */
      email: string;
    } | null;
    /** Where it goes. */
    recipient: {
      /** Who receives it. */
      name: string;
      /** The company at this address; empty or null for a person. */
      company: string;
      /** Street and number. */
      street: string;
      /** Flat, floor, gate or whatever else finds the door. */
      extra: string;
      /** The town. */
      city: string;
      /** State or region, where the country has them in addresses. */
      region: string;
      /** The postcode, as the country writes it. */
      postcode: string;
      /** An ISO 3166-1 alpha-2 code, such as `NL`. */
      country: string;
      /** A telephone number, as people write it. */
      phone: string;
      /** Where news of it may go; empty for none. */
      email: string;
    } | null;
  } | null;
};

export type ShipmentsSetStatusInput = {
  /** From `draft` over `ready`, `picked_up`, `in_transit` and `out_for_delivery` to `delivered`; `exception` is trouble on the way, `cancelled` the end without delivery. */
  status: "draft" | "ready" | "picked_up" | "in_transit" | "out_for_delivery" | "exception" | "delivered";
  /** A remark that stands in the history beside the new status. */
  note?: string | null;
};

export type ShipmentsSetStatusManyInput = {
  /** Which ones, by their ids. */
  ids: string[];
  /** From `draft` over `ready`, `picked_up`, `in_transit` and `out_for_delivery` to `delivered`; `exception` is trouble on the way, `cancelled` the end without delivery. */
  status: "draft" | "ready" | "picked_up" | "in_transit" | "out_for_delivery" | "exception" | "delivered";
  /** A remark that stands in the history beside the new status. */
  note?: string | null;
};

export type ShipmentsSetStatusManyOutput = {
  /** The records of this page, in the order that was asked for. */
  data: {
    /** Its id, which begins with a prefix of its kind and sorts by time of creation. */
    id: string;
    /** Its number or name among its kind. Left out, it gets the next free number. */
    reference: string;
    /** Whether the status of this one changed. */
    done: boolean;
    /** What became of it, as a sentence. */
    message: string;
  }[];
  /** Send it as `cursor` for the next page; null on the last one. */
  next_cursor: null;
};

export type ShipmentsSetStatusOutput = {
  /** Its id, which begins with a prefix of its kind and sorts by time of creation. */
  id: string;
  /** Its number or name among its kind. Left out, it gets the next free number. */
  reference: string;
  /** From `draft` over `ready`, `picked_up`, `in_transit` and `out_for_delivery` to `delivered`; `exception` is trouble on the way, `cancelled` the end without delivery. */
  status: "draft" | "ready" | "picked_up" | "in_transit" | "out_for_delivery" | "exception" | "delivered" | "cancelled";
  /** Why it is in trouble or was cancelled, as somebody wrote it; null where nobody did. */
  status_note: string | null;
  /** How fast it goes, and for how much. */
  service: "economy" | "standard" | "express" | "same_day" | "freight";
  /** The branch that it belongs to; null for none. Its name is null for whoever may not see it. */
  branch: {
    /** The branch's id. */
    id: string;
    /** The branch's name; null for whoever may not see it. */
    name: string;
  } | null;
  /** The order that it belongs to; null for none. */
  order: {
    /** The order's id. */
    id: string;
    /** The order's number; null for whoever may not see orders. */
    name: string | null;
  } | null;
  /** Where it comes from. */
  sender: {
    /** Who sends it. */
    name: string;
    /** The company at this address; empty or null for a person. */
    company: string;
    /** Street and number. */
    street: string;
    /** Flat, floor, gate or whatever else finds the door. */
    extra: string;
    /** The town. */
    city: string;
    /** State or region, where the country has them in addresses. */
    region: string;
    /** The postcode, as the country writes it. */
    postcode: string;
    /** An ISO 3166-1 alpha-2 code, such as `NL`. */
    country: string;
    /** A telephone number, as people write it. */
    phone: string;
    /** Where news of it may go; empty for none. */
    email: string;
  };
  /** Where it goes. */
  recipient: {
    /** Who receives it. */
    name: string;
    /** The company at this address; empty or null for a person. */
    company: string;
    /** Street and number. */
    street: string;
    /** Flat, floor, gate or whatever else finds the door. */
    extra: string;
    /** The town. */
    city: string;
    /** State or region, where the country has them in addresses. */
    region: string;
    /** The postcode, as the country writes it. */
    postcode: string;
    /** An ISO 3166-1 alpha-2 code, such as `NL`. */
    country: string;
    /** A telephone number, as people write it. */
    phone: string;
    /** Where news of it may go; empty for none. */
    email: string;
  };
  /** How many parcels it has. */
  parcel_count: number;
  /** All parcels together, in `weight_unit`. */
  weight: number;
  /** The unit of every weight beside it. Inputs may use another one than the organization's. */
  weight_unit: "kg" | "g" | "lb" | "oz";
  /** The carrier's number, by which it is followed; null before there is one. */
  tracking_number: string | null;
  /** An integer in the currency's minor unit; null where there is none yet. */
  price: number | null;
  /** An ISO 4217 code. Amounts are integers in its minor unit: 1250 of EUR is 12.50. */
  currency: string;
  /** The day on which it is to leave. */
  ship_on: string | null;
  /** Whether this is a test record. Test and live records never meet. */
  test_mode: boolean;
  /** When it was made. */
  created_at: string;
  /** When it was last changed. */
  updated_at: string;
  /** When it arrived; null while it has not. */
  delivered_at: string | null;
  /** The statuses that may follow now, for the caller. */
  next: ("draft" | "ready" | "picked_up" | "in_transit" | "out_for_delivery" | "exception" | "delivered" | "cancelled")[];
  /** What the caller may do with it now. A refusal says why, in the words that the call itself would answer. */
  abilities: {
    /** Changing it. */
    update: {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: true;
    } | {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: false;
      /** A code for programs, such as `permission_missing`. */
      reason: string;
      /** A sentence for people. */
      message: string;
    };
    /** Cancelling it. */
    cancel: {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: true;
    } | {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: false;
      /** A code for programs, such as `permission_missing`. */
      reason: string;
      /** A sentence for people. */
      message: string;
    };
  };
};

export type ShipmentsUpdateInput = {
  /** Its number or name among its kind. Left out, it gets the next free number. */
  reference?: string | null;
  /** How fast it goes, and for how much. */
  service?: "economy" | "standard" | "express" | "same_day" | "freight";
  /** The order that it belongs to. Empty or null: none. */
  order_id?: "" | string | null;
  /** Where it comes from. */
  sender?: {
    /** Who sends it. */
    name: string;
    /** The company at this address; empty or null for a person. */
    company?: string;
    /** Street and number. */
    street: string;
    /** Flat, floor, gate or whatever else finds the door. */
    extra?: string;
    /** The town. */
    city: string;
    /** State or region, where the country has them in addresses. */
    region?: string;
    /** The postcode, as the country writes it. */
    postcode?: string;
    /** An ISO 3166-1 alpha-2 code, such as `NL`. */
    country: string;
    /** A telephone number, as people write it. */
    phone?: string;
    /** Where news of it may go; empty for none. */
    email?: "" | string;
  };
  /** Where it goes. */
  recipient?: {
    /** Who receives it. */
    name: string;
    /** The company at this address; empty or null for a person. */
    company?: string;
    /** Street and number. */
    street: string;
    /** Flat, floor, gate or whatever else finds the door. */
    extra?: string;
    /** The town. */
    city: string;
    /** State or region, where the country has them in addresses. */
    region?: string;
    /** The postcode, as the country writes it. */
    postcode?: string;
    /** An ISO 3166-1 alpha-2 code, such as `NL`. */
    country: string;
    /** A telephone number, as people write it. */
    phone?: string;
    /** Where news of it may go; empty for none. */
    email?: "" | string;
  };
  /** What it consists of, one at least. A change replaces all of them. */
  parcels?: {
    /** What is in it. */
    description?: string | null;
    /** In `weight_unit`. */
    weight: number;
    /** In `dimension_unit`. */
    length?: string | number | null;
    /** In `dimension_unit`. */
    width?: string | number | null;
    /** In `dimension_unit`. */
    height?: string | number | null;
  }[];
  /** The unit of every weight beside it. Inputs may use another one than the organization's. */
  weight_unit?: "kg" | "g" | "lb" | "oz";
  /** The unit of every length, width and height beside it. */
  dimension_unit?: "cm" | "in";
  /** The carrier's number, by which it is followed; null before there is one. */
  tracking_number?: string | null;
  /** An integer in the minor unit of the currency, or text in its major unit such as 12.50. */
  price?: number | string | null;
  /** An ISO 4217 code. Amounts are integers in its minor unit: 1250 of EUR is 12.50. */
  currency?: string;
  /** The day on which it is to leave. */
  ship_on?: "" | string | null;
  /** Remarks that only people of the organization see. Line breaks are kept. */
  notes?: string | null;
};

export type ShipmentsUpdateOutput = {
  /** Its id, which begins with a prefix of its kind and sorts by time of creation. */
  id: string;
  /** Its number or name among its kind. Left out, it gets the next free number. */
  reference: string;
  /** From `draft` over `ready`, `picked_up`, `in_transit` and `out_for_delivery` to `delivered`; `exception` is trouble on the way, `cancelled` the end without delivery. */
  status: "draft" | "ready" | "picked_up" | "in_transit" | "out_for_delivery" | "exception" | "delivered" | "cancelled";
  /** Why it is in trouble or was cancelled, as somebody wrote it; null where nobody did. */
  status_note: string | null;
  /** How fast it goes, and for how much. */
  service: "economy" | "standard" | "express" | "same_day" | "freight";
  /** The branch that it belongs to; null for none. Its name is null for whoever may not see it. */
  branch: {
    /** The branch's id. */
    id: string;
    /** The branch's name; null for whoever may not see it. */
    name: string;
  } | null;
  /** The order that it belongs to; null for none. */
  order: {
    /** The order's id. */
    id: string;
    /** The order's number; null for whoever may not see orders. */
    name: string | null;
  } | null;
  /** Where it comes from. */
  sender: {
    /** Who sends it. */
    name: string;
    /** The company at this address; empty or null for a person. */
    company: string;
    /** Street and number. */
    street: string;
    /** Flat, floor, gate or whatever else finds the door. */
    extra: string;
    /** The town. */
    city: string;
    /** State or region, where the country has them in addresses. */
    region: string;
    /** The postcode, as the country writes it. */
    postcode: string;
    /** An ISO 3166-1 alpha-2 code, such as `NL`. */
    country: string;
    /** A telephone number, as people write it. */
    phone: string;
    /** Where news of it may go; empty for none. */
    email: string;
  };
  /** Where it goes. */
  recipient: {
    /** Who receives it. */
    name: string;
    /** The company at this address; empty or null for a person. */
    company: string;
    /** Street and number. */
    street: string;
    /** Flat, floor, gate or whatever else finds the door. */
    extra: string;
    /** The town. */
    city: string;
    /** State or region, where the country has them in addresses. */
    region: string;
    /** The postcode, as the country writes it. */
    postcode: string;
    /** An ISO 3166-1 alpha-2 code, such as `NL`. */
    country: string;
    /** A telephone number, as people write it. */
    phone: string;
    /** Where news of it may go; empty for none. */
    email: string;
  };
  /** How many parcels it has. */
  parcel_count: number;
  /** All parcels together, in `weight_unit`. */
  weight: number;
  /** The unit of every weight beside it. Inputs may use another one than the organization's. */
  weight_unit: "kg" | "g" | "lb" | "oz";
  /** The carrier's number, by which it is followed; null before there is one. */
  tracking_number: string | null;
  /** An integer in the currency's minor unit; null where there is none yet. */
  price: number | null;
  /** An ISO 4217 code. Amounts are integers in its minor unit: 1250 of EUR is 12.50. */
  currency: string;
  /** The day on which it is to leave. */
  ship_on: string | null;
  /** Whether this is a test record. Test and live records never meet. */
  test_mode: boolean;
  /** When it was made. */
  created_at: string;
  /** When it was last changed. */
  updated_at: string;
  /** When it arrived; null while it has not. */
  delivered_at: string | null;
  /** The statuses that may follow now, for the caller. */
  next: ("draft" | "ready" | "picked_up" | "in_transit" | "out_for_delivery" | "exception" | "delivered" | "cancelled")[];
  /** What the caller may do with it now. A refusal says why, in the words that the call itself would answer. */
  abilities: {
    /** Changing it. */
    update: {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: true;
    } | {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: false;
      /** A code for programs, such as `permission_missing`. */
      reason: string;
      /** A sentence for people. */
      message: string;
    };
    /** Cancelling it. */
    cancel: {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: true;
    } | {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: false;
      /** A code for programs, such as `permission_missing`. */
      reason: string;
      /** A sentence for people. */
      message: string;
    };
  };
  /** Remarks that only people of the organization see. Line breaks are kept. */
  notes: string | null;
  /** The unit of every length, width and height beside it. */
  dimension_unit: "cm" | "in";
  /** What it consists of, one at least. A change replaces all of them. */
  parcels: {
    /** What is in it. */
    description: string | null;
    /** In `weight_unit`. */
    weight: number;
    /** In `dimension_unit`. */
    length: number | null;
    /** In `dimension_unit`. */
    width: number | null;
    /** In `dimension_unit`. */
    height: number | null;
  }[];
  /** What happened to it, oldest first. */
  history: {
    /** The id of the step. */
    id: string;
    /** The status before; null for the first step. */
    from: "draft" | "ready" | "picked_up" | "in_transit" | "out_for_delivery" | "exception" | "delivered" | "cancelled" | null;
    /** The status from then on. */
    status: "draft" | "ready" | "picked_up" | "in_transit" | "out_for_delivery" | "exception" | "delivered" | "cancelled";
    /** What was remarked with the step. */
    note: string | null;
    /** Who did it, by name: a member, a key, a server or Berth itself. */
    actor: string;
    /** When it happened. */
    at: string;
  }[];
};

export type SupportSessionsEndOutput = Record<string, never>;

export type SupportSessionsListOutput = {
  /** The records of this page, in the order that was asked for. */
  data: {
    /** Its id, which begins with a prefix of its kind and sorts by time of creation. */
    id: string;
    /** As whom, by id. */
    member_id: string;
    /** As whom, by name. */
    member: string;
    /** The super admin, by name. */
    support: string;
    /** Why, as the super admin wrote it. */
    reason: string;
    /** Why writing was allowed too; null where it was not. */
    raise_reason: string | null;
    /** Whether it may write; else it reads alone. */
    raised: boolean;
    /** When it began. */
    started_at: string;
    /** When it ends by itself. */
    expires_at: string;
  }[];
  /** Send it as `cursor` for the next page; null on the last one. */
  next_cursor: string | null;
};

export type TemplatesCreateInput = {
  /** What it is called where one chooses. */
  name: string;
  /** What it is for. */
  kind: "label" | "packing_slip" | "invoice" | "manifest" | "message";
  /** Whether it is offered where one chooses. */
  active?: boolean | "true" | "false" | "";
  /** The text, with `{{variables}}` that are filled in. */
  body?: string | null;
};

export type TemplatesCreateOutput = {
  /** Its id, which begins with a prefix of its kind and sorts by time of creation. */
  id: string;
  /** What it is called where one chooses. */
  name: string;
  /** What it is for. */
  kind: string;
  /** Whether it is offered where one chooses. */
  active: boolean;
  /** The text, with `{{variables}}` that are filled in. */
  body: string;
  /** Whether this is a test record. Test and live records never meet. */
  test_mode: boolean;
  /** When it was made. */
  created_at: string;
  /** When it was last changed. */
  updated_at: string;
  /** What the caller may do with it now. A refusal says why, in the words that the call itself would answer. */
  abilities: {
    /** Changing it. */
    update: {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: true;
    } | {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: false;
      /** A code for programs, such as `permission_missing`. */
      reason: string;
      /** A sentence for people. */
      message: string;
    };
    /** Removing it. */
    remove: {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: true;
    } | {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: false;
      /** A code for programs, such as `permission_missing`. */
      reason: string;
      /** A sentence for people. */
      message: string;
    };
  };
};

export type TemplatesFindOutput = {
  /** Its id, which begins with a prefix of its kind and sorts by time of creation. */
  id: string;
  /** What it is called where one chooses. */
  name: string;
  /** What it is for. */
  kind: string;
  /** Whether it is offered where one chooses. */
  active: boolean;
  /** The text, with `{{variables}}` that are filled in. */
  body: string;
  /** Whether this is a test record. Test and live records never meet. */
  test_mode: boolean;
  /** When it was made. */
  created_at: string;
  /** When it was last changed. */
  updated_at: string;
  /** What the caller may do with it now. A refusal says why, in the words that the call itself would answer. */
  abilities: {
    /** Changing it. */
    update: {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: true;
    } | {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: false;
      /** A code for programs, such as `permission_missing`. */
      reason: string;
      /** A sentence for people. */
      message: string;
    };
    /** Removing it. */
    remove: {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: true;
    } | {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: false;
      /** A code for programs, such as `permission_missing`. */
      reason: string;
      /** A sentence for people. */
      message: string;
    };
  };
};

export type TemplatesHistoryOutput = {
  /** The records of this page, in the order that was asked for. */
  data: {
    /** Its id, which begins with a prefix of its kind and sorts by time of creation. */
    id: string;
    /** When it happened. */
    at: string;
    /** Who did it, by name: a member, a key, a server or Berth itself. */
    actor: string;
    /** `insert`, `update` or `delete`. */
    action: "insert" | "update" | "delete";
    /** The fields that changed, each with what was and what is. */
    changes: {
      /** The field that changed, in words. */
      field: string;
      /** What it was; null where it was empty. */
      before: string | null;
      /** What it became; null where it is empty now. */
      after: string | null;
    }[];
  }[];
  /** Send it as `cursor` for the next page; null on the last one. */
  next_cursor: string | null;
};

export type TemplatesListOutput = {
  /** The records of this page, in the order that was asked for. */
  data: {
    /** Its id, which begins with a prefix of its kind and sorts by time of creation. */
    id: string;
    /** What it is called where one chooses. */
    name: string;
    /** What it is for. */
    kind: string;
    /** Whether it is offered where one chooses. */
    active: boolean;
    /** The text, with `{{variables}}` that are filled in. */
    body: string;
    /** Whether this is a test record. Test and live records never meet. */
    test_mode: boolean;
    /** When it was made. */
    created_at: string;
    /** When it was last changed. */
    updated_at: string;
    /** What the caller may do with it now. A refusal says why, in the words that the call itself would answer. */
    abilities: {
      /** Changing it. */
      update: {
        /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
        allowed: true;
      } | {
        /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
        allowed: false;
        /** A code for programs, such as `permission_missing`. */
        reason: string;
        /** A sentence for people. */
        message: string;
      };
      /** Removing it. */
      remove: {
        /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
        allowed: true;
      } | {
        /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
        allowed: false;
        /** A code for programs, such as `permission_missing`. */
        reason: string;
        /** A sentence for people. */
        message: string;
      };
    };
  }[];
  /** Send it as `cursor` for the next page; null on the last one. */
  next_cursor: string | null;
};

export type TemplatesRemoveOutput = {
  /** Its id, which begins with a prefix of its kind and sorts by time of creation. */
  id: string;
  /** What it is called where one chooses. */
  name: string;
};

export type TemplatesUpdateInput = {
  /** What it is called where one chooses. */
  name?: string;
  /** What it is for. */
  kind?: "label" | "packing_slip" | "invoice" | "manifest" | "message";
  /** Whether it is offered where one chooses. */
  active?: boolean | "true" | "false" | "";
  /** The text, with `{{variables}}` that are filled in. */
  body?: string | null;
};

export type TemplatesUpdateOutput = {
  /** Its id, which begins with a prefix of its kind and sorts by time of creation. */
  id: string;
  /** What it is called where one chooses. */
  name: string;
  /** What it is for. */
  kind: string;
  /** Whether it is offered where one chooses. */
  active: boolean;
  /** The text, with `{{variables}}` that are filled in. */
  body: string;
  /** Whether this is a test record. Test and live records never meet. */
  test_mode: boolean;
  /** When it was made. */
  created_at: string;
  /** When it was last changed. */
  updated_at: string;
  /** What the caller may do with it now. A refusal says why, in the words that the call itself would answer. */
  abilities: {
    /** Changing it. */
    update: {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: true;
    } | {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: false;
      /** A code for programs, such as `permission_missing`. */
      reason: string;
      /** A sentence for people. */
      message: string;
    };
    /** Removing it. */
    remove: {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: true;
    } | {
      /** Whether it may be done. Where it is false, `reason` and `message` say why not. */
      allowed: false;
      /** A code for programs, such as `permission_missing`. */
      reason: string;
      /** A sentence for people. */
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
  /** How it is sent: `Authorization: Bearer`. */
  token_type: "Bearer";
  /** When the access token ends. */
  expires_at: string;
  /** Sent along with the next sign-in, it proves that this place is known. */
  device?: string | null;
};

export type TokenRequest = {
  /** The person's address. */
  email: string;
  /** The person's password. */
  password: string;
  /** Where the person has a second factor. */
  factor_code?: string;
  /** What the last sign-in answered as `device`. */
  device?: string;
};

export type UsageViewOutput = {
  /** The organization's currency, of `spend` and `volume`. */
  currency: string;
  /** Active members now. */
  members: number;
  /** Orders that wait to be fulfilled now. */
  unfulfilled: number;
  /** Shipments made in these days. */
  shipments: number;
  /** The prices of those shipments, in the currency's minor unit. */
  spend: number;
  /** Orders made in these days. */
  orders: number;
  /** The totals of those orders, in the currency's minor unit. */
  volume: number;
  /** API calls of these days. */
  api_calls: number;
  /** How many of them were refused or failed. */
  api_errors: number;
  /** Deliveries of webhooks that were sent. */
  deliveries: number;
  /** The same, day by day. */
  days: {
    /** The day, in the organization's time zone. */
    date: string;
    /** Active members at its end; null where that was not counted. */
    members: number | null;
    /** Shipments made on it. */
    shipments: number;
    /** The prices of those shipments, in the currency's minor unit. */
    spend: number;
    /** Orders made on it. */
    orders: number;
    /** The totals of those orders, in the currency's minor unit. */
    volume: number;
    /** API calls on it. */
    api_calls: number;
    /** How many of them were refused or failed. */
    api_errors: number;
    /** Deliveries of webhooks that were sent on it. */
    deliveries: number;
  }[];
};

export type ViewsListOutput = {
  /** The records of this page, in the order that was asked for. */
  data: {
    /** Its id, which begins with a prefix of its kind and sorts by time of creation. */
    id: string;
    /** What the view is called. */
    name: string;
    /** Filters, search, order and columns, as they stand in the list's address. */
    query: string;
    /** Whether everybody of the organization has it. */
    shared: boolean;
    /** Whether the caller made it. */
    mine: boolean;
  }[];
  /** Send it as `cursor` for the next page; null on the last one. */
  next_cursor: string | null;
};

export type ViewsRemoveOutput = {
  /** What the view is called. */
  name: string;
};

export type ViewsSaveInput = {
  /** The list that it is a view of. */
  list: string;
  /** What the view is called. */
  name: string;
  /** Filters, search, order and columns, as they stand in the list's address. */
  query: string;
  /** Whether everybody of the organization has it. */
  shared?: boolean | "true" | "false" | "";
};

export type ViewsSaveOutput = {
  /** Its id, which begins with a prefix of its kind and sorts by time of creation. */
  id: string;
  /** What the view is called. */
  name: string;
  /** Filters, search, order and columns, as they stand in the list's address. */
  query: string;
  /** Whether everybody of the organization has it. */
  shared: boolean;
  /** Whether the caller made it. */
  mine: boolean;
};

export type WebhooksCountReplayOutput = {
  /** How many are sent again. */
  deliveries: number;
};

export type WebhooksCreateInput = {
  /** Where events are sent: an https address that anybody can reach. */
  url: string;
  /** What it is for, in words. */
  description?: string;
  /** The types of events that are sent there; `*` for all of them. */
  events: string[];
  /** Of which records it tells; else those of the request */
  mode?: "live" | "test";
  /** The acting person's password, where they have no second factor. */
  password?: string;
  /** A code from the acting person's authenticator app, or a recovery code. */
  factor_code?: string;
};

export type WebhooksCreateOutput = {
  /** Its id, which begins with a prefix of its kind and sorts by time of creation. */
  id: string;
  /** Where events are sent: an https address that anybody can reach. */
  url: string;
  /** Shown once: null where a request with the same Idempotency-Key comes again. */
  secret: string | null;
};

export type WebhooksDeleteOutput = Record<string, never>;

export type WebhooksDisableOutput = Record<string, never>;

export type WebhooksEnableOutput = Record<string, never>;

export type WebhooksFindOutput = {
  /** Its id, which begins with a prefix of its kind and sorts by time of creation. */
  id: string;
  /** Where events are sent: an https address that anybody can reach. */
  url: string;
  /** What it is for, in words. */
  description: string;
  /** The types of events that are sent there; `*` for all of them. */
  events: string[];
  /** Which records' events are sent there. */
  mode: "live" | "test";
  /** `active`, or `disabled`: nothing is sent. */
  state: "active" | "disabled";
  /** Somebody disabled it, it answered 410, nothing went well for three days, or its maker left or lost rights. */
  disabled_as: "person" | "gone" | "failing" | "maker" | null;
  /** Since when nothing went well; null while all is well. */
  failing_since: string | null;
  /** Until then the secret before the present one signs too. */
  previous_until: string | null;
  /** When something was last sent there; null where nothing was. */
  last_delivery_at: string | null;
  /** Who made it, by name; null where they are gone. */
  created_by: string | null;
  /** When it was made. */
  created_at: string;
  /** Of the last 500 deliveries */
  delivered: number;
  /** How many of the last 500 deliveries failed for good. */
  failed: number;
  /** How many wait for their next try. */
  waiting: number;
};

export type WebhooksListOutput = {
  /** The records of this page, in the order that was asked for. */
  data: {
    /** Its id, which begins with a prefix of its kind and sorts by time of creation. */
    id: string;
    /** Where events are sent: an https address that anybody can reach. */
    url: string;
    /** What it is for, in words. */
    description: string;
    /** The types of events that are sent there; `*` for all of them. */
    events: string[];
    /** Which records' events are sent there. */
    mode: "live" | "test";
    /** `active`, or `disabled`: nothing is sent. */
    state: "active" | "disabled";
    /** Somebody disabled it, it answered 410, nothing went well for three days, or its maker left or lost rights. */
    disabled_as: "person" | "gone" | "failing" | "maker" | null;
    /** Since when nothing went well; null while all is well. */
    failing_since: string | null;
    /** Until then the secret before the present one signs too. */
    previous_until: string | null;
    /** When something was last sent there; null where nothing was. */
    last_delivery_at: string | null;
    /** Who made it, by name; null where they are gone. */
    created_by: string | null;
    /** When it was made. */
    created_at: string;
    /** Of the last 500 deliveries */
    delivered: number;
    /** How many of the last 500 deliveries failed for good. */
    failed: number;
    /** How many wait for their next try. */
    waiting: number;
  }[];
  /** Send it as `cursor` for the next page; null on the last one. */
  next_cursor: string | null;
};

export type WebhooksReplayInput = {
  /** Of what was made from this moment on; without an offset in the organization's time zone; or so many seconds back */
  since: "3600" | "86400" | "604800" | "2592000" | string;
  /** Of what was made before this moment */
  until?: string;
  /** `failed`: those that failed for good. `all`: each one. */
  only?: "failed" | "all";
};

export type WebhooksReplayOutput = {
  /** How many are sent again. */
  deliveries: number;
};

export type WebhooksRotateInput = {
  /** How many hours the old secret works beside the new one; 0 ends it at once. */
  overlap_hours?: number;
  /** The acting person's password, where they have no second factor. */
  password?: string;
  /** A code from the acting person's authenticator app, or a recovery code. */
  factor_code?: string;
};

export type WebhooksRotateOutput = {
  /** Its id, which begins with a prefix of its kind and sorts by time of creation. */
  id: string;
  /** Where events are sent: an https address that anybody can reach. */
  url: string;
  /** Shown once: null where a request with the same Idempotency-Key comes again. */
  secret: string | null;
};

export type WebhooksTestOutput = {
  /** The id of the delivery of the test. */
  delivery: string;
};

export type WebhooksUpdateInput = {
  /** Where events are sent: an https address that anybody can reach. */
  url?: string;
  /** What it is for, in words. */
  description?: string;
  /** The types of events that are sent there; `*` for all of them. */
  events?: string[];
  /** The acting person's password, where they have no second factor. */
  password?: string;
  /** A code from the acting person's authenticator app, or a recovery code. */
  factor_code?: string;
};

export type WebhooksUpdateOutput = {
  /** Its id, which begins with a prefix of its kind and sorts by time of creation. */
  id: string;
  /** Where events are sent: an https address that anybody can reach. */
  url: string;
  /** What it is for, in words. */
  description: string;
  /** The types of events that are sent there; `*` for all of them. */
  events: string[];
  /** Which records' events are sent there. */
  mode: "live" | "test";
  /** `active`, or `disabled`: nothing is sent. */
  state: "active" | "disabled";
  /** Somebody disabled it, it answered 410, nothing went well for three days, or its maker left or lost rights. */
  disabled_as: "person" | "gone" | "failing" | "maker" | null;
  /** Since when nothing went well; null while all is well. */
  failing_since: string | null;
  /** Until then the secret before the present one signs too. */
  previous_until: string | null;
  /** When something was last sent there; null where nothing was. */
  last_delivery_at: string | null;
  /** Who made it, by name; null where they are gone. */
  created_by: string | null;
  /** When it was made. */
  created_at: string;
  /** Of the last 500 deliveries */
  delivered: number;
  /** How many of the last 500 deliveries failed for good. */
  failed: number;
  /** How many wait for their next try. */
  waiting: number;
};

export type WorkspaceGetOutput = {
  /** The currency of new amounts, as an ISO 4217 code. */
  default_currency: string;
  /** The country of its seat, as an ISO 3166-1 code. */
  default_country_code: string | null;
  /** The unit of weights where none is given. */
  default_weight_unit: "KG" | "LB" | "OZ" | "G";
  /** The unit of sizes where none is given. */
  default_dimension_unit: "CM" | "IN";
  /** Its tax number in the state or region. */
  state_tax_id: string | null;
  /** Its national tax number. */
  federal_tax_id: string | null;
  /** The format of labels. */
  default_label_type: "PDF" | "ZPL" | "PNG" | null;
  /** Whether new shipments are insured. */
  insured_by_default: boolean;
  /** The AES citation for exports from the United States. */
  customs_aes: string | null;
  /** The EEL or PFC code, where no AES filing is needed. */
  customs_eel_pfc: string | null;
  /** The number of the export licence. */
  customs_license_number: string | null;
  /** The number of the certificate that goes with exports. */
  customs_certificate_number: string | null;
  /** The NIP, a tax number of Poland. */
  customs_nip_number: string | null;
  /** The EORI number, for customs in the European Union. */
  customs_eori_number: string | null;
  /** The VAT number, for customs. */
  customs_vat_registration_number: string | null;
  /** The first line of text on labels. */
  label_message_1: string | null;
  /** The second line of text on labels. */
  label_message_2: string | null;
  /** The third line of text on labels. */
  label_message_3: string | null;
  /** The address of a picture for labels. */
  label_logo: string | null;
  /** The paper of labels; null: as the carrier sends them. */
  print_label_size: "A4" | "A5" | "A6" | "LETTER" | "SIZE_4_x_6" | "SIZE_4_x_8" | null;
  /** Whether to ask before a label is printed. */
  print_label_show_options: boolean;
  /** The paper of return labels; null: as the carrier sends them. */
  print_return_label_size: "A4" | "A5" | "A6" | "LETTER" | "SIZE_4_x_6" | "SIZE_4_x_8" | null;
  /** Whether to ask before a return label is printed. */
  print_return_label_show_options: boolean;
  /** The paper of customs forms; null: as the carrier sends them. */
  print_customs_size: "A4" | "A5" | "A6" | "LETTER" | "SIZE_4_x_6" | "SIZE_4_x_8" | null;
  /** Whether to ask before a customs form is printed. */
  print_customs_show_options: boolean;
  /** Whether customs forms are printed with the label. */
  print_customs_with_label: boolean;
  /** How many copies of customs forms are printed. */
  print_customs_copies: number | null;
  /** What a parcel is taken to weigh, in the default unit. */
  default_parcel_weight: number | null;
  /** The service that new shipments begin with. */
  default_shipping_service: string | null;
  /** The carrier that new shipments begin with. */
  default_shipping_carrier: string | null;
  /** Why goods leave the country, for customs. */
  default_export_reason: "sale" | "gift" | "sample" | "return" | "repair" | "personal_effects" | "other" | null;
  /** What drivers are told where nobody said anything else. */
  default_delivery_instructions: string | null;
  /** Whether labels show that postage is paid. */
  label_show_postage_paid_logo: boolean;
  /** Whether labels show a QR code. */
  label_show_qr_code: boolean;
  /** Whether the order's number is the invoice's, for customs. */
  customs_use_order_as_invoice: boolean;
  /** How parcels leave: collected or brought. */
  pref_first_mile: ("pickup" | "drop_off")[];
  /** Where parcels may be handed over. */
  pref_last_mile: ("home_delivery" | "service_point" | "mailbox" | "po_box")[];
  /** Which forms are sent. */
  pref_form_factor: ("letter" | "parcel" | "mailbox" | "pallet" | "long")[];
  /** How old a receiver has to be; null for any age. */
  pref_age_check: "AGE_16" | "AGE_18" | null;
  /** Whether receivers sign. */
  pref_signature_required: boolean;
  /** In how many days parcels arrive at the latest; null for any number. */
  pref_max_lead_time_days: number | null;
  /** Whether the shipping app of Karrio's clients shows test records. */
  shipping_app_test_mode: boolean;
};

export type WorkspaceUpdateInput = {
  /** The currency of new amounts, as an ISO 4217 code. */
  default_currency?: string;
  /** The country of its seat, as an ISO 3166-1 code. */
  default_country_code?: string | null;
  /** The unit of weights where none is given. */
  default_weight_unit?: "KG" | "LB" | "OZ" | "G";
  /** The unit of sizes where none is given. */
  default_dimension_unit?: "CM" | "IN";
  /** Its tax number in the state or region. */
  state_tax_id?: string | null;
  /** Its national tax number. */
  federal_tax_id?: string | null;
  /** The format of labels. */
  default_label_type?: "PDF" | "ZPL" | "PNG" | null;
  /** Whether new shipments are insured. */
  insured_by_default?: boolean;
  /** The AES citation for exports from the United States. */
  customs_aes?: string | null;
  /** The EEL or PFC code, where no AES filing is needed. */
  customs_eel_pfc?: string | null;
  /** The number of the export licence. */
  customs_license_number?: string | null;
  /** The number of the certificate that goes with exports. */
  customs_certificate_number?: string | null;
  /** The NIP, a tax number of Poland. */
  customs_nip_number?: string | null;
  /** The EORI number, for customs in the European Union. */
  customs_eori_number?: string | null;
  /** The VAT number, for customs. */
  customs_vat_registration_number?: string | null;
  /** The first line of text on labels. */
  label_message_1?: string | null;
  /** The second line of text on labels. */
  label_message_2?: string | null;
  /** The third line of text on labels. */
  label_message_3?: string | null;
  /** The address of a picture for labels. */
  label_logo?: string | null;
  /** The paper of labels; null: as the carrier sends them. */
  print_label_size?: "A4" | "A5" | "A6" | "LETTER" | "SIZE_4_x_6" | "SIZE_4_x_8" | null;
  /** Whether to ask before a label is printed. */
  print_label_show_options?: boolean;
  /** The paper of return labels; null: as the carrier sends them. */
  print_return_label_size?: "A4" | "A5" | "A6" | "LETTER" | "SIZE_4_x_6" | "SIZE_4_x_8" | null;
  /** Whether to ask before a return label is printed. */
  print_return_label_show_options?: boolean;
  /** The paper of customs forms; null: as the carrier sends them. */
  print_customs_size?: "A4" | "A5" | "A6" | "LETTER" | "SIZE_4_x_6" | "SIZE_4_x_8" | null;
  /** Whether to ask before a customs form is printed. */
  print_customs_show_options?: boolean;
  /** Whether customs forms are printed with the label. */
  print_customs_with_label?: boolean;
  /** How many copies of customs forms are printed. */
  print_customs_copies?: number | null;
  /** What a parcel is taken to weigh, in the default unit. */
  default_parcel_weight?: number | null;
  /** The service that new shipments begin with. */
  default_shipping_service?: string | null;
  /** The carrier that new shipments begin with. */
  default_shipping_carrier?: string | null;
  /** Why goods leave the country, for customs. */
  default_export_reason?: "sale" | "gift" | "sample" | "return" | "repair" | "personal_effects" | "other" | null;
  /** What drivers are told where nobody said anything else. */
  default_delivery_instructions?: string | null;
  /** Whether labels show that postage is paid. */
  label_show_postage_paid_logo?: boolean;
  /** Whether labels show a QR code. */
  label_show_qr_code?: boolean;
  /** Whether the order's number is the invoice's, for customs. */
  customs_use_order_as_invoice?: boolean;
  /** How parcels leave: collected or brought. */
  pref_first_mile?: ("pickup" | "drop_off")[];
  /** Where parcels may be handed over. */
  pref_last_mile?: ("home_delivery" | "service_point" | "mailbox" | "po_box")[];
  /** Which forms are sent. */
  pref_form_factor?: ("letter" | "parcel" | "mailbox" | "pallet" | "long")[];
  /** How old a receiver has to be; null for any age. */
  pref_age_check?: "AGE_16" | "AGE_18" | null;
  /** Whether receivers sign. */
  pref_signature_required?: boolean;
  /** In how many days parcels arrive at the latest; null for any number. */
  pref_max_lead_time_days?: number | null;
  /** Whether the shipping app of Karrio's clients shows test records. */
  shipping_app_test_mode?: boolean;
};

export type WorkspaceUpdateOutput = {
  /** The currency of new amounts, as an ISO 4217 code. */
  default_currency: string;
  /** The country of its seat, as an ISO 3166-1 code. */
  default_country_code: string | null;
  /** The unit of weights where none is given. */
  default_weight_unit: "KG" | "LB" | "OZ" | "G";
  /** The unit of sizes where none is given. */
  default_dimension_unit: "CM" | "IN";
  /** Its tax number in the state or region. */
  state_tax_id: string | null;
  /** Its national tax number. */
  federal_tax_id: string | null;
  /** The format of labels. */
  default_label_type: "PDF" | "ZPL" | "PNG" | null;
  /** Whether new shipments are insured. */
  insured_by_default: boolean;
  /** The AES citation for exports from the United States. */
  customs_aes: string | null;
  /** The EEL or PFC code, where no AES filing is needed. */
  customs_eel_pfc: string | null;
  /** The number of the export licence. */
  customs_license_number: string | null;
  /** The number of the certificate that goes with exports. */
  customs_certificate_number: string | null;
  /** The NIP, a tax number of Poland. */
  customs_nip_number: string | null;
  /** The EORI number, for customs in the European Union. */
  customs_eori_number: string | null;
  /** The VAT number, for customs. */
  customs_vat_registration_number: string | null;
  /** The first line of text on labels. */
  label_message_1: string | null;
  /** The second line of text on labels. */
  label_message_2: string | null;
  /** The third line of text on labels. */
  label_message_3: string | null;
  /** The address of a picture for labels. */
  label_logo: string | null;
  /** The paper of labels; null: as the carrier sends them. */
  print_label_size: "A4" | "A5" | "A6" | "LETTER" | "SIZE_4_x_6" | "SIZE_4_x_8" | null;
  /** Whether to ask before a label is printed. */
  print_label_show_options: boolean;
  /** The paper of return labels; null: as the carrier sends them. */
  print_return_label_size: "A4" | "A5" | "A6" | "LETTER" | "SIZE_4_x_6" | "SIZE_4_x_8" | null;
  /** Whether to ask before a return label is printed. */
  print_return_label_show_options: boolean;
  /** The paper of customs forms; null: as the carrier sends them. */
  print_customs_size: "A4" | "A5" | "A6" | "LETTER" | "SIZE_4_x_6" | "SIZE_4_x_8" | null;
  /** Whether to ask before a customs form is printed. */
  print_customs_show_options: boolean;
  /** Whether customs forms are printed with the label. */
  print_customs_with_label: boolean;
  /** How many copies of customs forms are printed. */
  print_customs_copies: number | null;
  /** What a parcel is taken to weigh, in the default unit. */
  default_parcel_weight: number | null;
  /** The service that new shipments begin with. */
  default_shipping_service: string | null;
  /** The carrier that new shipments begin with. */
  default_shipping_carrier: string | null;
  /** Why goods leave the country, for customs. */
  default_export_reason: "sale" | "gift" | "sample" | "return" | "repair" | "personal_effects" | "other" | null;
  /** What drivers are told where nobody said anything else. */
  default_delivery_instructions: string | null;
  /** Whether labels show that postage is paid. */
  label_show_postage_paid_logo: boolean;
  /** Whether labels show a QR code. */
  label_show_qr_code: boolean;
  /** Whether the order's number is the invoice's, for customs. */
  customs_use_order_as_invoice: boolean;
  /** How parcels leave: collected or brought. */
  pref_first_mile: ("pickup" | "drop_off")[];
  /** Where parcels may be handed over. */
  pref_last_mile: ("home_delivery" | "service_point" | "mailbox" | "po_box")[];
  /** Which forms are sent. */
  pref_form_factor: ("letter" | "parcel" | "mailbox" | "pallet" | "long")[];
  /** How old a receiver has to be; null for any age. */
  pref_age_check: "AGE_16" | "AGE_18" | null;
  /** Whether receivers sign. */
  pref_signature_required: boolean;
  /** In how many days parcels arrive at the latest; null for any number. */
  pref_max_lead_time_days: number | null;
  /** Whether the shipping app of Karrio's clients shows test records. */
  shipping_app_test_mode: boolean;
};

export type AccessListQuery = {
  /** The member that is meant. */
  member?: string;
  /** The role's key. */
  key?: string;
  /** How many a page holds, 100 at most. Without it the list comes whole. */
  limit?: number;
  /** `next_cursor` of the page before. It belongs to this list, its order and its filters. */
  cursor?: string;
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

export type InvitationsMineQuery = {
  /** How many a page holds, 100 at most. Without it the list comes whole. */
  limit?: number;
  /** `next_cursor` of the page before. It belongs to this list, its order and its filters. */
  cursor?: string;
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

export type AccountRequestsQuery = {
  /** How many a page holds, 100 at most. Without it the list comes whole. */
  limit?: number;
  /** `next_cursor` of the page before. It belongs to this list, its order and its filters. */
  cursor?: string;
};

export type AccountSessionsQuery = {
  /** How many a page holds, 100 at most. Without it the list comes whole. */
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

export type AddressesHistoryQuery = {
  /** How many a page holds, 100 at most. */
  limit?: number;
  /** `next_cursor` of the page before. It belongs to this list, its order and its filters. */
  cursor?: string;
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

export type AssetsHistoryQuery = {
  /** How many a page holds, 100 at most. */
  limit?: number;
  /** `next_cursor` of the page before. It belongs to this list, its order and its filters. */
  cursor?: string;
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

export type AuditExportsQuery = {
  /** How many a page holds, 100 at most. */
  limit?: number;
  /** `next_cursor` of the page before. It belongs to this list, its order and its filters. */
  cursor?: string;
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

export type BranchesChoicesQuery = {
  /** How many a page holds, 100 at most. Without it the list comes whole. */
  limit?: number;
  /** `next_cursor` of the page before. It belongs to this list, its order and its filters. */
  cursor?: string;
};

export type BranchesHistoryQuery = {
  /** How many a page holds, 100 at most. */
  limit?: number;
  /** `next_cursor` of the page before. It belongs to this list, its order and its filters. */
  cursor?: string;
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

export type CarrierConnectionsHistoryQuery = {
  /** How many a page holds, 100 at most. */
  limit?: number;
  /** `next_cursor` of the page before. It belongs to this list, its order and its filters. */
  cursor?: string;
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

export type CustomersHistoryQuery = {
  /** How many a page holds, 100 at most. */
  limit?: number;
  /** `next_cursor` of the page before. It belongs to this list, its order and its filters. */
  cursor?: string;
};

export type DelegationsListQuery = {
  /** How many a page holds, 100 at most. Without it the list comes whole. */
  limit?: number;
  /** `next_cursor` of the page before. It belongs to this list, its order and its filters. */
  cursor?: string;
};

export type DelegationsChoicesQuery = {
  /** How many a page holds, 100 at most. Without it the list comes whole. */
  limit?: number;
  /** `next_cursor` of the page before. It belongs to this list, its order and its filters. */
  cursor?: string;
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

export type EventsTypesQuery = {
  /** How many a page holds, 100 at most. Without it the list comes whole. */
  limit?: number;
  /** `next_cursor` of the page before. It belongs to this list, its order and its filters. */
  cursor?: string;
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
  /** From this day or moment on. What has no offset is in the organization's time zone. */
  from?: "" | string;
  /** Up to this day or moment and with it. What has no offset is in the organization's time zone. */
  to?: "" | string;
};

export type ExportsAddressesQuery = {
  /** The order; with a minus in front, descending. */
  sort?: string;
  /** Words to look for. */
  q?: string;
  /** Only those with this customer; several with commas. */
  customer_id?: string[];
};

export type ExportsAssetsQuery = {
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

export type ExportsBranchesQuery = {
  /** The order; with a minus in front, descending. */
  sort?: string;
  /** Only those with this kind; several with commas. */
  kind?: ("depot" | "region" | "department")[];
  /** `yes`: archived ones; `no`: the others. */
  archived?: ("true" | "false")[];
};

export type ExportsCarrierConnectionsQuery = {
  /** The order; with a minus in front, descending. */
  sort?: string;
  /** Only those with this carrier; several with commas. */
  carrier?: ("dhl_express" | "dpd" | "fedex" | "gls" | "postnl" | "ups" | "usps" | "own_fleet" | "other")[];
  /** `yes`: those in use; `no`: the others. */
  active?: ("true" | "false")[];
};

export type ExportsCustomersQuery = {
  /** The order; with a minus in front, descending. */
  sort?: string;
  /** Words to look for. */
  q?: string;
  /** Only those with this kind; several with commas. */
  kind?: ("company" | "person")[];
  /** Only those with this branch; several with commas. */
  branch_id?: string[];
};

export type ExportsOrdersQuery = {
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

export type ExportsParcelsQuery = {
  /** The order; with a minus in front, descending. */
  sort?: string;
};

export type ExportsPiecesQuery = {
  /** The order; with a minus in front, descending. */
  sort?: string;
  /** Words to look for. */
  q?: string;
  /** Only those with this status; several with commas. */
  status?: ("expected" | "in_stock" | "loaded" | "delivered" | "missing")[];
  /** Only those with this branch; several with commas. */
  branch_id?: string[];
};

export type ExportsProductsQuery = {
  /** The order; with a minus in front, descending. */
  sort?: string;
  /** Words to look for. */
  q?: string;
  /** `yes`: those in use; `no`: the others. */
  active?: ("true" | "false")[];
};

export type ExportsShipmentsQuery = {
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
  /** From this day or moment on. What has no offset is in the organization's time zone. */
  from?: "" | string;
  /** Up to this day or moment and with it. What has no offset is in the organization's time zone. */
  to?: "" | string;
};

export type ExportsTemplatesQuery = {
  /** The order; with a minus in front, descending. */
  sort?: string;
  /** Only those with this kind; several with commas. */
  kind?: ("label" | "packing_slip" | "invoice" | "manifest" | "message")[];
  /** `yes`: those in use; `no`: the others. */
  active?: ("true" | "false")[];
};

export type GroupAssignmentsQuery = {
  /** Only those with this members; several with commas. */
  members: string[];
  /** How many a page holds, 100 at most. Without it the list comes whole. */
  limit?: number;
  /** `next_cursor` of the page before. It belongs to this list, its order and its filters. */
  cursor?: string;
};

export type ImportsRecentQuery = {
  /** The list that is meant. */
  list: "shipments" | "orders" | "pieces" | "customers" | "addresses" | "products" | "parcels" | "assets" | "branches" | "carrier_connections" | "templates";
  /** How many a page holds, 100 at most. */
  limit?: number;
  /** `next_cursor` of the page before. It belongs to this list, its order and its filters. */
  cursor?: string;
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
  /** Only the records with these ids; several with commas. */
  ids?: string[];
  /** Only those with this role; several with commas. */
  role?: string[];
  /** Only those with this state; several with commas. */
  state?: ("sent" | "opened" | "accepted" | "revoked" | "expired")[];
};

export type KeysListQuery = {
  /** How many a page holds, 100 at most. Without it the list comes whole. */
  limit?: number;
  /** `next_cursor` of the page before. It belongs to this list, its order and its filters. */
  cursor?: string;
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
  errors?: "only" | "none";
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
  /** From this day or moment on. What has no offset is in the organization's time zone. */
  from?: "" | string;
  /** Up to this day or moment and with it. What has no offset is in the organization's time zone. */
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

export type MembersRoleChoicesQuery = {
  /** How many a page holds, 100 at most. Without it the list comes whole. */
  limit?: number;
  /** `next_cursor` of the page before. It belongs to this list, its order and its filters. */
  cursor?: string;
};

export type MembersActivityQuery = {
  /** How many a page holds, 100 at most. */
  limit?: number;
  /** `next_cursor` of the page before. It belongs to this list, its order and its filters. */
  cursor?: string;
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

export type NoticesPreferencesQuery = {
  /** How many a page holds, 100 at most. Without it the list comes whole. */
  limit?: number;
  /** `next_cursor` of the page before. It belongs to this list, its order and its filters. */
  cursor?: string;
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

export type OrdersHistoryQuery = {
  /** How many a page holds, 100 at most. */
  limit?: number;
  /** `next_cursor` of the page before. It belongs to this list, its order and its filters. */
  cursor?: string;
};

export type OverviewViewQuery = {
  /** Only those with this branch; several with commas. */
  branch?: string[];
};

export type OverviewRecentQuery = {
  /** How many a page holds, 100 at most. Without it the list comes whole. */
  limit?: number;
  /** `next_cursor` of the page before. It belongs to this list, its order and its filters. */
  cursor?: string;
};

export type ParcelsListQuery = {
  /** How many a page holds, 100 at most. */
  limit?: number;
  /** `next_cursor` of the page before. It belongs to this list, its order and its filters. */
  cursor?: string;
  /** The order; with a minus in front, descending. */
  sort?: string;
};

export type ParcelsHistoryQuery = {
  /** How many a page holds, 100 at most. */
  limit?: number;
  /** `next_cursor` of the page before. It belongs to this list, its order and its filters. */
  cursor?: string;
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

export type PiecesHistoryQuery = {
  /** How many a page holds, 100 at most. */
  limit?: number;
  /** `next_cursor` of the page before. It belongs to this list, its order and its filters. */
  cursor?: string;
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

export type ProductsHistoryQuery = {
  /** How many a page holds, 100 at most. */
  limit?: number;
  /** `next_cursor` of the page before. It belongs to this list, its order and its filters. */
  cursor?: string;
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

export type RolesListQuery = {
  /** How many a page holds, 100 at most. Without it the list comes whole. */
  limit?: number;
  /** `next_cursor` of the page before. It belongs to this list, its order and its filters. */
  cursor?: string;
};

export type SearchRecordsQuery = {
  /** Words to look for. */
  q?: string;
  /** How many a page holds, 100 at most. Without it the list comes whole. */
  limit?: number;
  /** `next_cursor` of the page before. It belongs to this list, its order and its filters. */
  cursor?: string;
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
  /** From this day or moment on. What has no offset is in the organization's time zone. */
  from?: "" | string;
  /** Up to this day or moment and with it. What has no offset is in the organization's time zone. */
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

export type SupportSessionsListQuery = {
  /** How many a page holds, 100 at most. Without it the list comes whole. */
  limit?: number;
  /** `next_cursor` of the page before. It belongs to this list, its order and its filters. */
  cursor?: string;
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

export type TemplatesHistoryQuery = {
  /** How many a page holds, 100 at most. */
  limit?: number;
  /** `next_cursor` of the page before. It belongs to this list, its order and its filters. */
  cursor?: string;
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
  /** How many a page holds, 100 at most. Without it the list comes whole. */
  limit?: number;
  /** `next_cursor` of the page before. It belongs to this list, its order and its filters. */
  cursor?: string;
};

export type WebhooksListQuery = {
  /** How many a page holds, 100 at most. Without it the list comes whole. */
  limit?: number;
  /** `next_cursor` of the page before. It belongs to this list, its order and its filters. */
  cursor?: string;
};

export type WebhooksCountReplayQuery = {
  /** Of what was made from this moment on; without an offset in the organization's time zone; or so many seconds back */
  since: "3600" | "86400" | "604800" | "2592000" | string;
  /** Of what was made before this moment */
  until?: string;
  /** The only that is meant. */
  only?: "failed" | "all";
};
