import { LogMonitorOptions } from './log-monitor-options';
import { Monitor } from './monitor';
import { NodeProblemCondition } from './node-problem-condition';
import { NodeProblemRule } from './node-problem-rule';
import { conditionWire } from './plugin-monitors';
import { requireCause, requireCondition, requirePattern } from './problem-checks';
import { fail, quote } from '../../private/agent-error';
import { compact, Wire } from '../../private/wire';

/** A log that is watched for the problems of the user. */
export function logMonitor(name: string, { log, rules }: LogMonitorOptions): Monitor {
  if (rules.length === 0) {
    fail({
      code: 'invalid-node-monitor', what: `no line of ${name} means a problem`, given: 'rules: []', allowed: 'at least one rule',
      fix: 'add a rule, or leave the monitor out',
    });
  }
  rules.forEach(({ reason, pattern, condition }) => {
    requireCause(reason);
    requirePattern(`(?:${pattern})\\z`, `the pattern of ${reason}`);
    if (condition !== undefined) {requireCondition(condition);}
  });
  const conditions = conditionsOf(rules);
  return {
    name,
    daemon: 'system-log-monitor',
    config: { ...log._toWire(), source: name, conditions: conditions.map(conditionWire), rules: rules.map(ruleWire) },
    access: log._access,
    conditions: conditions.map(({ type }) => type),
  };
}

/** Several rules may set one condition, which is healthy in one way only. */
function conditionsOf(rules: readonly NodeProblemRule[]): NodeProblemCondition[] {
  const byType = new Map<string, NodeProblemCondition>();
  for (const { condition } of rules) {
    if (condition === undefined) {continue;}
    const before = byType.get(condition.type);
    if (before !== undefined && before.healthyReason !== condition.healthyReason) {
      fail({
        code: 'node-condition-conflict', what: `the condition ${condition.type} is healthy for two reasons`,
        given: `${quote(before.healthyReason)} and ${quote(condition.healthyReason)}`,
        fix: 'give both rules the same `condition`',
      });
    }
    if (before === undefined) {byType.set(condition.type, condition);}
  }
  return [...byType.values()];
}

function ruleWire({ reason, pattern, condition }: NodeProblemRule): Wire {
  // alternatives end where the pattern ends: the program adds the end of the line to the last one
  return compact({
    type: condition === undefined ? 'temporary' : 'permanent', condition: condition?.type, reason,
    pattern: /\|/.test(pattern) ? `(?:${pattern})` : pattern,
  });
}
