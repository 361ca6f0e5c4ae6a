const colours = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, "g");

/** The failed tests of a vitest JSON report: where, which, and how each failed. */
export function vitestFailures(report) {
  return report.testResults.flatMap(({ name, message, assertionResults }) => {
    const failed = assertionResults.filter(({ status }) => status === "failed");
    if (failed.length === 0 && message) return [told(name, "", message)];
    return failed.map(({ fullName, failureMessages }) => told(name, fullName, failureMessages.join("\n")));
  });
}

/** The failed tests of a Playwright JSON report. */
export function playwrightFailures(report) {
  return [
    ...report.errors.map(({ message }) => told("Browser tests", "", message ?? "")),
    ...report.suites.flatMap(suiteFailures),
  ];
}

/** Browser tests that failed and then passed: each a fault of the code or of the test, still to be found. */
export function playwrightFlaky(report) {
  const specs = (suite) => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specs)];
  return report.suites
    .flatMap(specs)
    .filter(({ tests }) => tests.some(({ status }) => status === "flaky"))
    .map((spec) => told(spec.file, spec.title, spec.tests.flatMap(errorsOf).join("\n")));
}

function suiteFailures(suite) {
  const own = (suite.specs ?? []).filter(({ ok }) => !ok);
  return [
    ...own.map((spec) => told(spec.file, spec.title, spec.tests.flatMap(errorsOf).join("\n"))),
    ...(suite.suites ?? []).flatMap(suiteFailures),
  ];
}

function errorsOf({ results }) {
  return results.flatMap(({ errors }) => errors.map(({ message }) => message ?? ""));
}

function told(file, title, message) {
  const lines = message.replace(colours, "").split("\n").slice(0, 12);
  return [`✗ ${[file, title].filter(Boolean).join(" › ")}`, ...lines.map((line) => `    ${line}`)].join("\n");
}
