import { fail, quote } from '../../private/agent-error';
import { guardClass } from '../../private/doors/guard-class';
import { isDnsLabel } from '../../private/names';

/** Who reads from a file of its own what is meant. */
export class ExceptionFile {
  /** JSON for `kubescape scan --exceptions`. */
  public static readonly KUBESCAPE = new ExceptionFile('kubescape');

  /**
   * A `.trivyignore.yaml`, for `trivy config --ignorefile`. An entry of Trivy is for a check and a file, so that a check is named only
   * where everything that it finds in the file is accepted: ask for it of the chart, or the app, that the file is written from.
   *
   * @param path the file, from the directory that Trivy scans: `node-agents.k8s.yaml`
   */
  public static trivy(path: string): ExceptionFile {
    return new ExceptionFile('trivy', undefined, path);
  }

  /**
   * PolicyExceptions for the policies of Kyverno's library, to be applied next to the objects.
   *
   * @param namespace the namespace from which Kyverno takes exceptions (its flag `--exceptionNamespace`); that of each object where it is
   * left out, for a Kyverno that takes them everywhere
   * @throws invalid-name
   */
  public static kyverno(namespace?: string): ExceptionFile {
    if (namespace !== undefined && !isDnsLabel(namespace)) {
      fail({
        code: 'invalid-name', what: 'the namespace of the exceptions cannot be used', given: quote(namespace),
        allowed: 'lower-case letters, digits and hyphens, at most 63', fix: 'name the namespace of --exceptionNamespace, or leave it out',
      });
    }
    return new ExceptionFile('kyverno', namespace);
  }

  private constructor(
    /** The name of the tool. */
    public readonly tool: string,
    /** @internal */
    public readonly _namespace?: string,
    /** @internal */
    public readonly _path: string = '',
  ) {}
}

guardClass({ ExceptionFile });
