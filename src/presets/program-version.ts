/** The release of a program: most flags come with minors, and some programs bring them with patches. */
export type ProgramVersion = readonly [major: number, minor: number, patch?: number];

/** Reads `1.12.1`, and tags that begin with it: `v1.12.1`, `v1.12.1-distroless`, `1.12`. */
export function readVersion(text: string): ProgramVersion | undefined {
  const match = /^v?(\d+)\.(\d+)(?:[.+_-]|$)/.exec(text);
  return match ? [Number(match[1]), Number(match[2])] : undefined;
}

/** Reads all three numbers of `0.31.8` and of tags that begin with it. */
export function readPatchVersion(text: string): ProgramVersion | undefined {
  const match = /^v?(\d+)\.(\d+)\.(\d+)(?:[.+_-]|$)/.exec(text);
  return match ? [Number(match[1]), Number(match[2]), Number(match[3])] : undefined;
}

/** Where one of them has no patch, it stands for all patches of its minor. */
export function isOlder([major, minor, patch]: ProgramVersion, [otherMajor, otherMinor, otherPatch]: ProgramVersion): boolean {
  if (major !== otherMajor) {return major < otherMajor;}
  if (minor !== otherMinor) {return minor < otherMinor;}
  return patch !== undefined && otherPatch !== undefined && patch < otherPatch;
}

export function showVersion(version: ProgramVersion): string {
  return version.join('.');
}
