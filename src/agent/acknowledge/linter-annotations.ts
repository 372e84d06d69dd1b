import { guardClass } from '../../private/doors/guard-class';

/** Who reads from the annotations of objects what is meant. */
export class LinterAnnotations {
  /**
   * The command `node-agents` and the validation plugin of this library: `acknowledged.cdk8s-node-agents/<id>`, with the reason. Written
   * without being asked for.
   */
  public static readonly NODE_AGENTS = new LinterAnnotations('node-agents');
  /** `ignore-check.kube-linter.io/<check>`, with the reason. */
  public static readonly KUBE_LINTER = new LinterAnnotations('kube-linter');
  /** `kube-score/ignore`, a list of checks without room for reasons. */
  public static readonly KUBE_SCORE = new LinterAnnotations('kube-score');
  /** `polaris.fairwinds.com/<check>-exempt`, without room for reasons. */
  public static readonly POLARIS = new LinterAnnotations('polaris');
  /** `checkov.io/skip<n>`, with the reason. */
  public static readonly CHECKOV = new LinterAnnotations('checkov');

  private constructor(
    /** The name of the tool. */
    public readonly tool: string,
  ) {}
}

guardClass({ LinterAnnotations });
