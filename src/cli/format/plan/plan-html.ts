import { FleetPool, fleetPools, NodeState } from './fleet';
import {
  ACTIONS, DescribedAgent, fieldText, inImportance, keptText, moveText, objectNotes, otherObjects, totalText, violationText,
} from './words';
import type { AgentPlan } from '../../../plan/agents/agent-plan';
import type { PlanCluster } from '../../../plan/agents/rollout-effect';
import type { Violation } from '../../../plan/forbidden';
import type { ObjectPlan } from '../../../plan/objects/object-plan';
import type { ChangePlan } from '../../../plan/plan';
import { titleOf } from '../../object-name';
import { clip, count, printable } from '../../printable';

const STYLE = [
  ':root{color-scheme:light dark}',
  'body{font:15px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem;overflow-wrap:anywhere}',
  'code,pre{font:13px/1.5 ui-monospace,monospace}pre{overflow:auto}',
  'table{border-collapse:collapse}td,th{padding:.2rem .8rem .2rem 0;text-align:left}',
  '.agent{border-left:.3rem solid #2a9d5c;padding-left:1rem;margin:1.5rem 0}',
  '.agent.bad{border-color:#d1373b}.agent.warn{border-color:#d98a00}',
  '.fact.bad,.forbidden{color:#d1373b;font-weight:600}.fact.warn{color:#b26f00}',
  '.fact ul{color:CanvasText;font-weight:400}',
  '.node{display:inline-block;width:.9rem;height:.9rem;margin:.1rem;border-radius:.2rem;background:#2a9d5c}',
  '.node[data-state="not ready"]{background:#d1373b}.node[data-state="cordoned"]{background:#d98a00}',
  '.bar{display:inline-block;height:.7rem;background:#3f7fd0;vertical-align:middle}',
].join('\n');

/** A plan as one page that needs nothing else: no script, no style and no picture of others. */
export function planHtml(plan: ChangePlan, violations: readonly Violation[]): string {
  const { agents, cluster, moves = [] } = plan;
  const kept = keptText(plan);
  const title = `${totalText(plan)}${cluster ? `; on ${count(cluster.nodes.length, 'node')}` : ''}`;
  return [
    '<!doctype html>',
    '<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">',
    `<title>${html(title)}</title><style>${STYLE}</style></head><body>`,
    '<h1>What this change does</h1>',
    `<p id="total">${html(title)}</p>`,
    ...violations.map(each => `<p class="forbidden">${html(violationText(each))}</p>`),
    ...cluster ? [fleetSection(cluster), coverageSection(agents, cluster)] : [],
    ...inImportance(agents).map(agentSection),
    ...list('Nodes that change pools', moves.map(move => html(moveText(move)))),
    ...list('Other objects', otherObjects(plan).map(objectItem)),
    ...kept === undefined ? [] : [`<p>${html(kept)}</p>`],
    '</body></html>',
    '',
  ].join('\n');
}

function fleetSection({ nodes }: PlanCluster): string {
  const rows = fleetPools(nodes).map(({ name, nodes: members }) => {
    const cells = members.map(
      node => `<i class="node" data-state="${node.state}" title="${html(`${node.name}: ${node.state}`)}"></i>`,
    ).join('');
    return `<tr><th scope="row">${html(name)}</th><td>${members.length}</td><td>${cells} ${stateCounts(members)}</td></tr>`;
  });
  return `<h2>Fleet</h2><table id="fleet"><tr><th>pool</th><th>nodes</th><th>state</th></tr>\n${rows.join('\n')}\n</table>`;
}

const STATES: readonly NodeState[] = ['ready', 'not ready', 'cordoned'];

/** The states in words, for whoever cannot tell the colours: `11 ready, 1 not ready`. */
function stateCounts(members: FleetPool['nodes']): string {
  const counts = STATES.map(state => [members.filter(each => each.state === state).length, state] as const);
  return counts.filter(([amount]) => amount > 0).map(([amount, state]) => `${amount} ${state}`).join(', ');
}

function coverageSection(agents: readonly AgentPlan[], { nodes }: PlanCluster): string {
  const bar = (amount: number): string => `<i class="bar" style="width:${nodes.length === 0
    ? 0
    : Math.round(100 * amount / nodes.length) / 10}rem"></i> ${amount}`;
  const rows = agents.flatMap(({ agent, coverage }) => (coverage === undefined ? []
    : [`<tr><th scope="row">${html(
      titleOf(agent),
    )}</th><td class="before">${bar(coverage.before)}</td><td class="after">${bar(coverage.after)}</td></tr>`]));
  return rows.length === 0
    ? ''
    : `<h2>Coverage</h2><table id="coverage"><tr><th>agent</th><th>nodes before</th><th>after</th></tr>\n${rows.join('\n')}\n</table>`;
}

function agentSection({ plan: { agent, action, changes }, facts, tone: worst }: DescribedAgent): string {
  const items = facts.map(({ tone, text, details }) =>
    `<li class="fact ${tone}">${html(text)}${details.length === 0
      ? ''
      : `<ul>${details.map(line => `<li>${html(line.trim())}</li>`).join('')}</ul>`}</li>`);
  return [
    `<section class="agent ${worst}"><h2>${html(titleOf(agent))} ${ACTIONS[action].word}</h2>`,
    `<ul>${items.join('\n')}</ul>`, fieldBlock(changes.map(fieldText)), '</section>',
  ].join('\n');
}

function objectItem(plan: ObjectPlan): string {
  const notes = objectNotes(plan).map(note => `<br>${html(note)}`);
  return `${html(titleOf(plan.about))} ${ACTIONS[plan.action].word}${notes.join('')}${fieldBlock(plan.changes.map(fieldText))}`;
}

function fieldBlock(fields: readonly string[]): string {
  return fields.length === 0
    ? ''
    : `<details><summary>${count(fields.length, 'field')}</summary><pre>${fields.map(html).join('\n')}</pre></details>`;
}

function list(title: string, items: readonly string[]): string[] {
  return items.length === 0 ? [] : [`<h2>${title}</h2><ul>${items.map(item => `<li>${item}</li>`).join('\n')}</ul>`];
}

const ENTITIES: { readonly [character: string]: string } = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\'': '&#39;' };

/** A text of others, as text and nothing else. */
function html(words: string): string {
  return clip(printable(words), 2000).replace(/[&<>"']/g, character => ENTITIES[character]);
}
