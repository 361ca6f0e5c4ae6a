import type { z } from "zod";
import { type Around, type Credential, Handle } from "@/lib/access/handle";
import { type Operation, permissionOf, type Scope } from "@/lib/access/operation";
import type { ApiRequest } from "@/lib/api/api-request";
import { together } from "@/lib/api/around";
import type { Meter } from "@/lib/api/meter";
import { rulesOf } from "@/lib/api/rules";
import { onVersion } from "@/lib/api/versions";

/** A handle whose request counts as one call of the organization that it opens, by the rules that hold over REST. */
export class CountedHandle extends Handle {
  constructor(
    credential: Credential,
    private readonly asked: ApiRequest,
    private readonly meter: Meter,
  ) {
    super(credential, asked.info);
  }

  override run<S extends Scope, Input extends z.ZodType, Output extends z.ZodType>(
    operation: Operation<S, Input, Output>,
    input: z.input<Input>,
    { asks = false, around }: { asks?: boolean; around?: Around } = {},
  ): Promise<z.output<Output>> {
    this.asked.heard?.operations.set(operation.name, permissionOf(operation));
    const each = together(
      this.meter.around,
      rulesOf(this.asked, operation, this.credential),
      around,
      onVersion(this.asked, operation),
    );
    return super.run(operation, input, { asks, around: each });
  }
}
