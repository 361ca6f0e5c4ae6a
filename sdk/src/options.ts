/** How one call is made, where it differs from the client's own ways. */
export type RequestOptions = {
  signal?: AbortSignal | undefined;
  /** Milliseconds for one try. */
  timeout?: number | undefined;
  /** How often a try that failed is made again. */
  retries?: number | undefined;
  /** Your own name for this one write. Without it the library makes one. */
  idempotencyKey?: string | undefined;
  /** The ETag of what you change: where somebody changed it meanwhile, nothing is done (`VersionError`). */
  ifMatch?: string | undefined;
  /** The organization of this call, for an access token. */
  organization?: string | undefined;
  headers?: Record<string, string> | undefined;
};

/** The same, in the organization that the call itself names, where it names one. */
export function inOrganization(organization: string | undefined, options: RequestOptions = {}): RequestOptions {
  return { ...options, organization: organization ?? options.organization };
}

type Common = {
  /** Where Berth is, such as `https://berth.example.com`. In a browser, without it, the page's own address. */
  baseUrl?: string;
  /** Milliseconds for one try; 30,000 without it. */
  timeout?: number;
  /** How often a try that failed is made again; 2 without it. */
  retries?: number;
  /** The longest time in milliseconds that the library waits when it is told to; 60,000 without it. */
  longestWait?: number;
  /** For an access token: test records instead of live ones. A key carries its own mode. */
  testMode?: boolean;
  fetch?: typeof fetch;
  headers?: Record<string, string>;
};

type AsKey = { apiKey: string; accessToken?: never; organization?: never };
type AsPerson = {
  /** A person's access token, or what gives one that is still good. */
  accessToken: string | (() => string | Promise<string>);
  /** The organization's id (`org_…`); without it the person's default one. */
  organization?: string | undefined;
  apiKey?: never;
};

/** An organization's key (`key_…`), a server's credential (`srv_…`), or a person's access token. */
export type BerthOptions = Common & (AsKey | AsPerson);
