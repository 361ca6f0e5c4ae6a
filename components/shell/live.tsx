"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";

const together = 400;
const patience = 30_000;
const pollEvery = 60_000;
const pause = 120_000;
const later = 2_000;

type Written = { form: Element; at: number };

/** Drawn anew, the page may be another one, such as that it is not open any more, and what was written would be gone. */
function isWriting(written: Written | undefined): boolean {
  return written?.form.isConnected === true && Date.now() - written.at < pause;
}

/**
 * Keeps a page current while somebody looks at it: a stream says that something changed, and the page is drawn anew. A
 * page that nobody sees holds no stream. Without one it asks when it is looked at again, and once a minute.
 */
export function Live({ address, state }: { address: string; state: string }) {
  const router = useRouter();
  const shown = useRef(state);
  shown.current = state;
  useEffect(() => {
    let stream: EventSource | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let drawn = Date.now();
    let written: Written | undefined;

    const connected = () => stream?.readyState === EventSource.OPEN;
    function draw(after = together) {
      clearTimeout(timer);
      timer = setTimeout(() => {
        if (isWriting(written)) return draw(later);
        drawn = Date.now();
        router.refresh();
      }, after);
    }
    function write({ target }: Event) {
      const form =
        target instanceof Element && !target.closest("[role=search]") && target.closest("[role=dialog], form");
      if (form) written = { form, at: Date.now() };
    }
    function open() {
      if (stream && stream.readyState !== EventSource.CLOSED) return;
      stream = new EventSource(address);
      stream.onmessage = ({ data }) => {
        if (data !== shown.current) draw();
      };
    }
    function look() {
      if (document.visibilityState === "hidden") {
        stream?.close();
        return;
      }
      if (Date.now() - drawn > patience && !connected()) draw();
      open();
    }
    const poll = setInterval(() => {
      if (document.visibilityState === "visible" && !connected()) draw();
    }, pollEvery);
    look();
    document.addEventListener("input", write);
    document.addEventListener("visibilitychange", look);
    window.addEventListener("focus", look);
    return () => {
      stream?.close();
      clearTimeout(timer);
      clearInterval(poll);
      document.removeEventListener("input", write);
      document.removeEventListener("visibilitychange", look);
      window.removeEventListener("focus", look);
    };
  }, [address, router]);
  return null;
}
