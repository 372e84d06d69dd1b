import { canOverlap, NodeSelection } from '../node-selection';

/** Whether a node can exist that both selections allow: false only where that is impossible. */
export function canShareNodes(a: NodeSelection, b: NodeSelection): boolean {
  return !differByLabel(a, b) && canOverlap(a, b);
}

/** The usual case, seen at a glance: pools of different names. */
function differByLabel(a: NodeSelection, b: NodeSelection): boolean {
  for (const key in a.nodeSelector) {
    const other = b.nodeSelector?.[key];
    if (other !== undefined && other !== a.nodeSelector[key]) {return true;}
  }
  return false;
}
