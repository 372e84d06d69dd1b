import type { NodeAgentProps } from './node-agent';

/**
 * The props of a preset and what the user gave on top: lists are joined, the preset's first; maps are merged, and of single values the user's counts, unless it is
 * undefined.
 */
export function presetProps(preset: NodeAgentProps, given: Partial<NodeAgentProps>): NodeAgentProps {
  const result: { [prop: string]: unknown } = { ...preset };
  for (const [name, value] of Object.entries(given)) {
    if (value === undefined) {continue;}
    const base = result[name];
    if (Array.isArray(base) && Array.isArray(value)) {
      result[name] = [...base, ...value];
    } else if (isMap(base) && isMap(value)) {
      result[name] = { ...base, ...value };
    } else {
      result[name] = value;
    }
  }
  return result as unknown as NodeAgentProps;
}

function isMap(value: unknown): value is object {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
