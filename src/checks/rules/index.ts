import { byText } from '../../private/wire';
import { CSI_RULES } from '../groups/csi';
import { OTHER_RULES } from '../groups/others';
import { RIGHTS_RULES } from '../groups/rights';
import { USUAL_RULES } from '../groups/usual';
import type { Rule } from '../rule';

/** Every rule, in the order of their ids. */
export const RULES: readonly Rule[] = [...USUAL_RULES, ...CSI_RULES, ...RIGHTS_RULES, ...OTHER_RULES]
  .sort((one, other) => byText(one.id, other.id));
