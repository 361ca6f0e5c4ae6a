import { isIP, type LookupFunction } from "node:net";
import { Agent, buildConnector } from "undici";
import { isAllowed, isPublic, type Network } from "./address";
import { EgressError } from "./fault";
import { type Resolve, resolveName } from "./resolve";
import { isWebPort } from "./url-rules";

const connectMilliseconds = 5_000;
const answerMilliseconds = 10_000;

export type Egress = {
  /** Networks beside the public internet that may be reached; plain http goes to these alone. */
  allowed: readonly Network[];
  resolve?: Resolve;
};

/**
 * The one way out to addresses that people enter. Each connection goes to an address that was judged for this very
 * connection; the environment's proxies are not asked.
 */
export function egressAgent({ allowed, resolve = resolveName }: Egress): Agent {
  const isInside = (address: string) => isAllowed(address, allowed);
  const anywhere = (address: string) => isInside(address) || isPublic(address);
  const inside = { mayReach: isInside, connect: connectorTo(isInside) };
  const outside = { mayReach: anywhere, connect: connectorTo(anywhere) };

  function connectorTo(mayReach: (address: string) => boolean): buildConnector.connector {
    return buildConnector({
      timeout: connectMilliseconds,
      allowH2: false,
      lookup: judgedLookup(resolve, mayReach),
    });
  }

  return new Agent({
    // Of addresses that look alike only names are shared; what is slow at one receiver makes nobody wait for a connection.
    connections: null,
    keepAliveTimeout: 4_000,
    headersTimeout: answerMilliseconds,
    bodyTimeout: answerMilliseconds,
    maxHeaderSize: 16_384,
    connect(options, done) {
      const { protocol, port, hostname } = options;
      const host = hostname.replace(/^\[|\]$/g, "");
      // The public internet is reached by https and at the web's ports alone, also under a name that leads there suddenly.
      const { mayReach, connect } = protocol === "https:" && isWebPort({ protocol, port }) ? outside : inside;
      if (isIP(host) && !mayReach(host)) return void done(refused(), null);
      connect(options, (...[error, socket]: Parameters<typeof done>) => {
        if (error || !socket) return done(error ?? refused(), null);
        if (!mayReach(socket.remoteAddress ?? "")) {
          socket.destroy();
          return done(refused(), null);
        }
        done(null, socket);
      });
    },
  });
}

/** One address that may not be reached is enough to refuse the name. */
function judgedLookup(resolve: Resolve, mayReach: (address: string) => boolean): LookupFunction {
  return (host, _options, done) => {
    resolve(host.replace(/\.$/, "")).then(
      (addresses) => {
        if (addresses.length === 0 || !addresses.every(mayReach)) return done(refused(), []);
        done(
          null,
          addresses.map((address) => ({ address, family: isIP(address) })),
        );
      },
      (cause: unknown) =>
        done(new EgressError("unresolved", cause instanceof Error ? cause.message : "There is no such name."), []),
    );
  };
}

function refused(): EgressError {
  return new EgressError("address_refused", "The address is not on the public internet.");
}
