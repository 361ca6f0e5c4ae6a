import type { RequestOptions } from "./options.js";
import { Pages } from "./pages.js";
import type { Call, Transport } from "./transport.js";

/** A group of calls. The generated ones say which; what each answers is the API's own document. */
export abstract class Resource {
  protected readonly transport: Transport;

  constructor(transport: Transport) {
    this.transport = transport;
  }

  protected async call<Output>(call: Call, options?: RequestOptions): Promise<Output> {
    return (await this.transport.send(call, options)) as Output; // as the API declares it
  }

  protected pages<Output>(call: Call, options?: RequestOptions): Pages<Output> {
    return new Pages((cursor) =>
      this.call<Output>({ ...call, query: cursor === undefined ? call.query : { ...call.query, cursor } }, options),
    );
  }
}

export function segment(value: string): string {
  const text = encodeURIComponent(value);
  if (text === "" || /^\.+$/.test(text)) throw new TypeError(`${JSON.stringify(value)} is no id.`);
  return text;
}
