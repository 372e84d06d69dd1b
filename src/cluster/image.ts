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

const PATTERN = /^((?:[A-Za-z0-9.-]+(?::\d+)?\/)?[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*)*)(?::([A-Za-z0-9_][A-Za-z0-9_.-]{0,127}))?(?:@([a-z0-9]+:[a-f0-9]{32,}))?$/;

/** Reads `registry/repository:tag@digest`; undefined for what a runtime cannot read. */
export function parseImage(text: unknown): ImageParts | undefined {
  const match = typeof text === 'string' ? PATTERN.exec(text) : null;
  if (!match) {return undefined;}
  const [, path, tag, digest] = match;
  const slash = path.indexOf('/');
  const first = slash < 0 ? '' : path.slice(0, slash);
  const hasRegistry = first.includes('.') || first.includes(':') || first === 'localhost';
  const parts: { -readonly [part in keyof ImageParts]: ImageParts[part] } = { repository: hasRegistry ? path.slice(slash + 1) : path };
  if (hasRegistry) {parts.registry = first;}
  if (tag !== undefined) {parts.tag = tag;}
  if (digest !== undefined) {parts.digest = digest;}
  return parts;
}
