import { LogSource } from './private/log-source';
import { fail, quote } from '../private/agent-error';
import { guardClass } from '../private/doors/guard-class';

/**
 * A text, or something that is known of each log line: for labels, tenants and fields of a destination.
 */
export class LogValue {
  /** The same text for every line. */
  public static text(text: string): LogValue {
    return new LogValue('text', { from: 'text', text });
  }

  /** The name of the node. */
  public static nodeName(): LogValue {
    return new LogValue('node', { from: 'nodeName' });
  }

  /** The namespace of the pod that wrote the line. */
  public static namespaceName(): LogValue {
    return new LogValue('field', { from: 'namespaceName' });
  }

  /** The name of the pod that wrote the line. */
  public static podName(): LogValue {
    return new LogValue('field', { from: 'podName' });
  }

  /** The name of the container that wrote the line. */
  public static containerName(): LogValue {
    return new LogValue('field', { from: 'containerName' });
  }

  /** A label of the pod that wrote the line. */
  public static podLabel(key: string): LogValue {
    return new LogValue('field', { from: 'podLabel', key: requirePart(key) });
  }

  /**
   * A field of the record, from the outside in: `field('http', 'status')`.
   *
   * @throws invalid-log-text
   */
  public static field(...path: string[]): LogValue {
    if (path.length === 0) {
      fail({
        code: 'invalid-log-text', what: 'a field of a record has no name', given: 'an empty path',
        fix: 'name the field, from the outside in',
      });
    }
    return new LogValue('field', { from: 'field', path: path.map(requirePart) });
  }

  private constructor(
    /** `text`, `node` or `field`. */
    public readonly kind: string,
    /** @internal */
    public readonly _source: LogSource,
  ) {}
}

guardClass({ LogValue });

function requirePart(part: string): string {
  // eslint-disable-next-line no-control-regex
  if (part === '' || /[\x00-\x1f\x7f'"\[\]${},=]/.test(part)) {
    fail({
      code: 'invalid-log-text',
      what: 'a field of a record cannot have this name',
      given: quote(part),
      allowed: 'text without quotes, brackets, braces, commas, `$` and `=`',
      fix: 'name one field at a time: LogValue.field(\'http\', \'status\')',
    });
  }
  return part;
}
