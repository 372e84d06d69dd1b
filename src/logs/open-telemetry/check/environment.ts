import { Distribution, Section } from '../components';
import { Release } from '../release';

/** What a configuration meets in its container. */
export interface ConfigEnvironment {
  readonly release: Release;
  /** The image; undefined for one of the user's. */
  readonly distribution?: Distribution;
  /** The names of the variables; undefined where they cannot be known. */
  readonly variables?: ReadonlySet<string>;
  /** Those whose value is in the YAML. */
  readonly literals: ReadonlySet<string>;
  readonly allowUnknown: boolean;
  /** Whether it is a mistake that no pipeline has a component. */
  readonly needsUse: (section: Section, id: string) => boolean;
}
