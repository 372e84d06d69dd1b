import { parseImage } from '../../cluster/image';
import { fail, quote } from '../../private/agent-error';
import { guardClass } from '../../private/doors/guard-class';

/**
 * The parts of an image reference.
 */
export interface ImageReferenceParts {
  /**
   * The registry, with its port where it has one.
   *
   * @default - the registry that the runtime assumes, `docker.io`
   */
  readonly registry?: string;

  /**
   * The path of the image in its registry, such as `fluent/fluent-bit`.
   */
  readonly repository: string;

  /**
   * The tag. `latest` is refused: it means another image after each restart.
   *
   * @default - none, which is allowed with a digest alone
   */
  readonly tag?: string;

  /**
   * The digest, with its algorithm: `sha256:` and 64 hexadecimal digits. With a tag next to it people read the tag and runtimes check the
   * digest.
   *
   * @default - the tag alone says which image it is
   */
  readonly digest?: string;
}

/**
 * A container image that stays the same image: it has a tag other than `latest`, or a digest, or both.
 */
export class ImageReference {
  /**
   * Reads `registry/repository:tag@digest`.
   *
   * @throws mutable-image
   * @throws invalid-image
   */
  public static parse(text: string): ImageReference {
    const parts = parseImage(text);
    if (!parts) {
      // plain JavaScript lets everything through
      fail({
        code: 'invalid-image',
        what: typeof text === 'string' ? 'the image cannot be read' : 'there is no image',
        given: quote(text),
        allowed: 'registry/repository:tag, registry/repository@sha256:..., or both, without a scheme, in lower case up to the tag',
        fix: 'copy the reference that `docker pull` takes',
      });
    }
    return ImageReference.of(parts);
  }

  /**
   * From its parts.
   *
   * @throws mutable-image
   */
  public static of(parts: ImageReferenceParts): ImageReference {
    const image = new ImageReference(parts.repository, parts.registry, parts.tag, parts.digest);
    if (parts.digest === undefined && (parts.tag === undefined || parts.tag === 'latest')) {
      fail({
        code: 'mutable-image',
        what: parts.tag === undefined ? 'the image has no tag' : 'the tag `latest` is another image tomorrow',
        given: quote(image.text),
        allowed: 'a tag other than latest, a digest, or both',
        fix: 'pin the version that you tested: nodes that start later must get the same image',
      });
    }
    return image;
  }

  private constructor(
    /** The path of the image in its registry. */
    public readonly repository: string,
    /** The registry; absent for the one that the runtime assumes. */
    public readonly registry?: string,
    /** The tag. */
    public readonly tag?: string,
    /** The digest. */
    public readonly digest?: string,
  ) {}

  /**
   * The reference as runtimes read it.
   */
  public get text(): string {
    return (this.registry === undefined ? '' : `${this.registry}/`) + this.repository
      + (this.tag === undefined ? '' : `:${this.tag}`) + (this.digest === undefined ? '' : `@${this.digest}`);
  }

  /**
   * The same image in another registry, which may end in a path: `mirror.example.com/hub`. An image that is there already stays as it is.
   */
  public inRegistry(registry: string): ImageReference {
    if (this.text.startsWith(`${registry}/`)) {return this;}
    return new ImageReference(this.repository, registry, this.tag, this.digest);
  }
}

guardClass({ ImageReference });
