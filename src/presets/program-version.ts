/** The release of a program. Flags come with minors, so patches do not count. */
export type ExporterVersion = readonly [major: number, minor: number];

/** Reads `1.12.1`, and tags that begin with it: `v1.12.1`, `v1.12.1-distroless`, `1.12`. */
export function readVersion(text: string): ExporterVersion | undefined {
  const match = /^v?(\d+)\.(\d+)(?:[.+_-]|$)/.exec(text);
  return match ? [Number(match[1]), Number(match[2])] : undefined;
}

export function isOlder(version: ExporterVersion, other: ExporterVersion): boolean {
  return version[0] < other[0] || (version[0] === other[0] && version[1] < other[1]);
}

export function showVersion(version: ExporterVersion): string {
  return version.join('.');
}
