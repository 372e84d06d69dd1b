/** The annotations of a class, with the one that makes it the class which is meant where none is named. */
export function classAnnotations(
  annotation: string, { isDefault, annotations }: { readonly isDefault?: boolean; readonly annotations?: { [key: string]: string } },
): { [key: string]: string } | undefined {
  return isDefault ? { [annotation]: 'true', ...annotations } : annotations;
}
