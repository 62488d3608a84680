// The bill of materials of what is shipped, in the form CycloneDX has for it. It holds neither the
// time nor a number of its own, so that the same parts always give the same bytes.

/** The bill for a version of the program. */
export function billOfMaterials(version, components) {
  return {
    bomFormat: "CycloneDX",
    specVersion: "1.5",
    version: 1,
    metadata: { component: { type: "application", name: "botilbud", version, licenses: terms("MIT") } },
    components: components.map(({ name, version, licence, purl, hash }) => ({
      type: "library",
      "bom-ref": purl,
      name,
      version,
      purl,
      scope: "required",
      licenses: terms(licence),
      ...(hash && { hashes: [hash] }),
    })),
  };
}

/** An SPDX expression. Old crates write a slash for OR, which SPDX does not know. */
function terms(expression) {
  return [{ expression: expression.replaceAll("/", " OR ") }];
}
