"use client";

import { useEffect, useState } from "react";

export type Part<Module> = {
  /** What came; the parts of a popup may rely on it, for they are drawn inside it only. */
  loaded: () => Module;
  here: () => Module | undefined;
  come: () => Promise<Module>;
};

/** Code that a page needs only once somebody asks for it. A load that failed is tried again the next time. */
export function partOf<Module>(load: () => Promise<Module>): Part<Module> {
  let module: Module | undefined;
  let coming: Promise<Module> | undefined;
  async function fetchPart(): Promise<Module> {
    try {
      module = await load();
      return module;
    } catch (error) {
      coming = undefined;
      throw error;
    }
  }
  return {
    loaded: () => {
      if (!module) throw new Error("A part of a popup stands outside it");
      return module;
    },
    here: () => module,
    come: () => {
      coming ??= fetchPart();
      return coming;
    },
  };
}

/** The part, once it is wanted and here. Where it cannot be had, the page's error boundary says so. */
export function usePart<Module>(part: Part<Module>, wanted: boolean): Module | undefined {
  const [come, setCome] = useState<{ module?: Module; fault?: unknown }>({});
  const missing = wanted && !part.here();
  useEffect(() => {
    if (!missing) return;
    let left = false;
    part.come().then(
      (module) => !left && setCome({ module }),
      (fault) => !left && setCome({ fault }),
    );
    return () => {
      left = true;
    };
  }, [part, missing]);
  if (come.fault) throw come.fault;
  return wanted ? part.here() : undefined;
}

/** Begins to fetch on the way to a click; what fails then is told by the click. */
export function warm(part: Part<unknown>): void {
  part.come().catch(() => undefined);
}
