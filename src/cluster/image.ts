/** The parts of an image reference. */
export interface ImageParts {
  /** Absent for the registry that the runtime assumes. */
  readonly registry?: string;
  /** The path of the image in its registry. */
  readonly repository: string;
  readonly tag?: string;
  /** With its algorithm: `sha256:` and hexadecimal digits. */
  readonly digest?: string;
}

const HOST = '(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*|\\[[A-Fa-f0-9:]+\\])(?::[0-9]+)?';
const STEP = '[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*';
const DIGEST = 'sha256:[a-f0-9]{64}|sha384:[a-f0-9]{96}|sha512:[a-f0-9]{128}';

/** The grammar of the Go module `distribution/reference`, which the kubelet reads images with. */
const PATTERN = new RegExp(`^(?:(${HOST})/)?(${STEP}(?:/${STEP})*)(?::([A-Za-z0-9_][A-Za-z0-9_.-]{0,127}))?(?:@(${DIGEST}))?$`);

/** What the kubelet takes for the name of an image that was pulled before. */
const IDENTIFIER = /^[a-f0-9]{64}$/;

/** The most that the path of an image in its registry can be long, with the directory in which the runtime looks where there is none. */
const LONGEST_PATH = 255;
const ASSUMED_DIRECTORY = 'library/';

const IS_PATH = new RegExp(`^${STEP}(?:/${STEP})*$`);

/** Reads `registry/repository:tag@digest`; undefined for what a runtime cannot read. */
export function parseImage(text: unknown): ImageParts | undefined {
  const match = typeof text === 'string' && !IDENTIFIER.test(text) ? PATTERN.exec(text) : null;
  if (!match) {return undefined;}
  const [, first, rest, tag, digest] = match;
  const hasRegistry = first !== undefined && isRegistry(first);
  const repository = first === undefined || hasRegistry ? rest : `${first}/${rest}`;
  if (!hasRegistry && first !== undefined && !IS_PATH.test(repository)) {return undefined;}
  const assumed = repository.includes('/') || hasRegistry && !/^(?:index\.)?docker\.io$/.test(first) ? '' : ASSUMED_DIRECTORY;
  if (assumed.length + repository.length > LONGEST_PATH) {return undefined;}
  const parts: { -readonly [part in keyof ImageParts]: ImageParts[part] } = { repository };
  if (hasRegistry) {parts.registry = first;}
  if (tag !== undefined) {parts.tag = tag;}
  if (digest !== undefined) {parts.digest = digest;}
  return parts;
}

/** Whether the tag of an image names a release before this one; not where it names none. */
export function isBefore(image: unknown, major: number, minor: number): boolean {
  const [, ofMajor, ofMinor] = /^v?(\d+)\.(\d+)/.exec(parseImage(image)?.tag ?? '') ?? [];
  return ofMajor !== undefined && (Number(ofMajor) < major || Number(ofMajor) === major && Number(ofMinor) < minor);
}

/** What comes before the first slash is a registry where it cannot be a directory of the one that is assumed. */
function isRegistry(first: string): boolean {
  return /[.:A-Z]/.test(first) || first === 'localhost';
}

/** What tools write over before the object goes to a cluster: `${TAG}` of envsubst and Flux, `{{ .Values.tag }}` of Helm, `<tag>`. */
const PLACEHOLDER = /\$\{[^}]*\}|\$\([^)]*\)|\$[A-Za-z_]\w*|\{\{.*\}\}|\[\[.*\]\]|<[^>]*>|%[A-Za-z_]\w*%|@[A-Z_]+@/;

/** The part of an image that another tool is to write over; undefined where there is none. */
export function placeholderIn(image: unknown): string | undefined {
  return typeof image === 'string' ? PLACEHOLDER.exec(image)?.[0] : undefined;
}

/** Whether no runtime can read an image, as it is meant to go to a cluster. */
export function isUnreadableImage(image: unknown): boolean {
  return typeof image === 'string' && parseImage(image) === undefined && placeholderIn(image) === undefined;
}
