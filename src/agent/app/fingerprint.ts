import type { IConstruct } from 'constructs';

/** Changes when constructs are added or removed, or objects patched. Counting is cheap beside what cdk8s does for each chart. */
export function fingerprint(root: IConstruct): string {
  let constructs = 0;
  let patches = 0;
  const walk = (construct: IConstruct) => {
    constructs += 1;
    patches += (construct as { readonly patches?: readonly object[] }).patches?.length ?? 0;
    for (const child of construct.node.children) {walk(child);}
  };
  walk(root);
  return `${constructs} ${patches}`;
}
