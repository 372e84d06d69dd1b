import type { Rule } from '../rule';
import { autoscaledDaemonSet } from '../rules/autoscaled-daemon-set';
import { disruptionBudgetOnDaemonSet } from '../rules/disruption-budget-on-daemon-set';
import { limitRangeRefusesPods } from '../rules/limit-range-refuses-pods';
import { networkPolicyNoEffect } from '../rules/network-policy-no-effect';
import { quotaRefusesPods } from '../rules/quota-refuses-pods';
import { removedApiVersion } from '../rules/removed-api-version';
import { twoDefaultClasses } from '../rules/two-default-classes';

/** The rules about kinds of objects that few agents come with, and about versions that are gone. */
export const OTHER_RULES: readonly Rule[] = [
  autoscaledDaemonSet,
  disruptionBudgetOnDaemonSet,
  limitRangeRefusesPods,
  networkPolicyNoEffect,
  quotaRefusesPods,
  removedApiVersion,
  twoDefaultClasses,
];
