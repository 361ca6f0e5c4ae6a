"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";

const together = 400;
const patience = 30_000;
const pollEvery = 60_000;

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

    const connected = () => stream?.readyState === EventSource.OPEN;
    function draw() {
      clearTimeout(timer);
      timer = setTimeout(() => {
        drawn = Date.now();
        router.refresh();
      }, together);
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
    document.addEventListener("visibilitychange", look);
    window.addEventListener("focus", look);
    return () => {
      stream?.close();
      clearTimeout(timer);
      clearInterval(poll);
      document.removeEventListener("visibilitychange", look);
      window.removeEventListener("focus", look);
    };
  }, [address, router]);
  return null;
}
