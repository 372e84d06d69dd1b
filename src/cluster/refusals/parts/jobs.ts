import { isGiven, listOf, missing, PartRule, PartRules, unwanted, Wrong, wrong } from './part-rule';
import { isDnsLabel } from '../../../private/names';
import type { Wire } from '../../../private/wire';
import { describeSelector, selectsLabels } from '../../label-selector';

/** The most of indexed Jobs. */
const MOST = { parallelism: 100_000, failedIndexes: 100_000 };

/** Jobs with more completions than this, and a limit for each index, are bounded further. */
const MANY = { completions: 100_000, parallelism: 10_000, failedIndexes: 10_000 };

const indexed: PartRule = function* ({ completionMode, completions, parallelism, backoffLimitPerIndex, maxFailedIndexes, successPolicy }) {
  if (isGiven(maxFailedIndexes) && !isGiven(backoffLimitPerIndex)) {yield missing('.backoffLimitPerIndex', ': maxFailedIndexes needs it');}
  if (completionMode !== 'Indexed') {
    for (const [field, value] of Object.entries({ backoffLimitPerIndex, maxFailedIndexes, successPolicy })) {
      if (isGiven(value)) {yield unwanted(`.${field}`, 'without completionMode Indexed');}
    }
    return;
  }
  // where both are left out, both are 1
  if (!isGiven(completions) && isGiven(parallelism)) {yield missing('.completions', ': an indexed Job has a number of them');}
  if (parallelism > MOST.parallelism) {yield tooMany('.parallelism', parallelism, MOST.parallelism);}
  if (maxFailedIndexes > Math.min(
    completions, MOST.failedIndexes,
  )) {yield tooMany('.maxFailedIndexes', maxFailedIndexes, Math.min(completions, MOST.failedIndexes));}
  if (completions > MANY.completions && isGiven(backoffLimitPerIndex)) {
    if (!isGiven(maxFailedIndexes)) {yield missing('.maxFailedIndexes', `: there are more than ${MANY.completions} completions`);}
    if (parallelism > MANY.parallelism) {yield tooMany('.parallelism', parallelism, MANY.parallelism);}
    if (maxFailedIndexes > MANY.failedIndexes) {yield tooMany('.maxFailedIndexes', maxFailedIndexes, MANY.failedIndexes);}
  }
};

function tooMany(at: string, given: number, most: number): Wrong {
  return wrong(at, `${at.slice(1)} is more than the API server takes`, { given, allowed: `at most ${most}`, fix: 'lower it' });
}

const successes: PartRule = function* ({ successPolicy, completions }) {
  const rules = listOf(successPolicy?.rules);
  if (isGiven(successPolicy) && !isGiven(successPolicy.rules)) {yield missing('.successPolicy.rules');}
  for (let index = 0; index < rules.length; index++) {
    const { succeededIndexes, succeededCount } = rules[index];
    const at = `.successPolicy.rules[${index}]`;
    if (!isGiven(succeededIndexes) && !isGiven(succeededCount)) {yield missing(`${at}.succeededCount`, ', or succeededIndexes');}
    const count = typeof succeededIndexes === 'string' ? countOf(succeededIndexes, completions ?? 0) : completions ?? Infinity;
    if (count === undefined) {
      yield wrong(`${at}.succeededIndexes`, 'these are no indexes of the Job', {
        given: String(succeededIndexes), allowed: 'numbers and ranges in ascending order, such as 0,2-4, below completions',
        fix: 'correct them',
      });
    } else if (succeededCount > count) {yield tooMany(`${at}.succeededCount`, succeededCount, count);}
  }
};

/** How many indexes a text names; undefined where it names none that the Job has. */
function countOf(text: string, completions: number): number | undefined {
  let [count, last] = [0, -1];
  if (text === '') {return 0;}
  for (const part of text.split(',')) {
    const range = /^(\d+)(?:-(\d+))?$/.exec(part);
    const [from, to] = range ? [Number(range[1]), Number(range[2] ?? range[1])] : [NaN, NaN];
    if (!(from > last && to < completions && (range?.[2] === undefined || to > from))) {return undefined;}
    count += to - from + 1;
    last = to;
  }
  return count;
}

const failures: PartRule = function* ({ podFailurePolicy, podReplacementPolicy, backoffLimitPerIndex, template }) {
  if (!isGiven(podFailurePolicy)) {return;}
  const pod = template?.spec ?? {};
  if (pod.restartPolicy !== 'Never' && isGiven(pod.restartPolicy)) {
    yield wrong(
      '.template.spec.restartPolicy', 'pods with podFailurePolicy are never restarted',
      { given: String(pod.restartPolicy), allowed: 'Never', fix: 'write Never' },
    );
  }
  if (isGiven(podReplacementPolicy) && podReplacementPolicy !== 'Failed') {
    yield wrong(
      '.podReplacementPolicy', 'pods with podFailurePolicy are replaced when they have failed',
      { given: String(podReplacementPolicy), allowed: 'Failed', fix: 'leave it out' },
    );
  }
  const names = new Set([...listOf(pod.containers), ...listOf(pod.initContainers)].map(({ name }) => name));
  const rules = listOf(podFailurePolicy.rules);
  for (let index = 0; index < rules.length; index++) {
    const { action, onExitCodes } = rules[index];
    const at = `.podFailurePolicy.rules[${index}]`;
    if (action === 'FailIndex'
      && !isGiven(backoffLimitPerIndex)) {yield unwanted(`${at}.action`, 'without backoffLimitPerIndex', 'choose another action');}
    if (isGiven(onExitCodes?.containerName) && !names.has(onExitCodes.containerName)) {
      yield wrong(`${at}.onExitCodes.containerName`, 'the pod has no such container', {
        given: onExitCodes.containerName, allowed: [...names].join(', '), fix: 'name one of them',
      });
    }
  }
};

const failureRule: PartRule = function* ({ onExitCodes, onPodConditions }) {
  const found = [isGiven(onExitCodes), listOf(onPodConditions).length > 0];
  if (found[0] === found[1]) {
    yield wrong('', 'a rule is about exit codes or about conditions', {
      given: found[0] ? 'both' : 'none', allowed: 'one of onExitCodes, onPodConditions', fix: 'give one of them',
    });
  }
};

const exitCodes: PartRule = function* ({ operator, values }) {
  if (operator === 'In' && Array.isArray(values) && values.includes(0)) {
    yield wrong('.values', 'a container that ends with 0 has not failed', { given: '0', allowed: 'other exit codes', fix: 'leave 0 out' });
  }
};

const ends: PartRule = function* ({ template }) {
  const { restartPolicy } = template?.spec ?? {};
  if (isGiven(template?.spec) && (restartPolicy === 'Always' || !restartPolicy)) {
    yield wrong('.template.spec.restartPolicy', 'the pods of a Job end', {
      given: String(restartPolicy ?? 'Always'), allowed: 'OnFailure or Never', fix: 'write one of them',
    });
  }
};

const jobSelector: PartRule = function* ({ selector, manualSelector, template }, { kind }) {
  if (kind === 'CronJob') {
    if (isGiven(selector)) {yield unwanted('.selector', 'in a CronJob: Kubernetes makes one for each Job');}
    if (manualSelector === true) {yield unwanted('.manualSelector', 'in a CronJob');}
    return;
  }
  if (manualSelector !== true) {
    if (isGiven(selector)) {yield unwanted('.selector', 'without manualSelector: Kubernetes makes one');}
    return;
  }
  if (!isGiven(selector)) {
    yield missing('.selector', ': manualSelector asks for it');
    return;
  }
  const labels: Wire = template?.metadata?.labels ?? {};
  if (!selectsLabels(selector, labels)) {
    yield wrong('.selector', 'the selector does not match the labels of the pods', {
      code: 'selector-mismatch', given: describeSelector(selector), fix: 'give the pods the labels',
    });
  }
};

/** Names of what a kind makes are longer than its own. */
const indexedName: PartRule = function* ({ metadata, spec }) {
  const { completionMode, completions } = spec ?? {};
  const name = `${metadata?.name}-${completions - 1}`;
  if (completionMode === 'Indexed' && completions > 0 && isGiven(metadata?.name) && !isDnsLabel(name)) {
    yield wrong('.metadata.name', 'the names of the pods are no DNS labels', {
      code: 'invalid-name', given: name, allowed: 'at most 63 characters with the index', fix: 'shorten the name',
    });
  }
};

const cronName: PartRule = function* ({ metadata }) {
  if (typeof metadata?.name === 'string' && metadata.name.length > 52) {
    yield wrong('.metadata.name', 'the names of the Jobs are too long', {
      code: 'invalid-name', given: metadata.name, allowed: 'at most 52 characters', fix: 'shorten the name',
    });
  }
};

export const JOB_PARTS: PartRules = {
  CronJob: [cronName],
  Job: [indexedName],
  JobSpec: [indexed, successes, failures, ends, jobSelector],
  PodFailurePolicyOnExitCodesRequirement: [exitCodes],
  PodFailurePolicyRule: [failureRule],
};
