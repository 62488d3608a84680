// Whether a browser understands the styles as they are deployed. How they are written is asked of
// their sources alone (stylelint.config.mjs).

export default {
  extends: ["stylelint-config-recommended"],
  rules: {
    "no-descending-specificity": null,
    // In different layers.
    "no-duplicate-selectors": null,
    // All that follows is of Det Fælles Designsystem, and does no harm; `content` is ours, once for
    // browsers that do not know of a text to be read aloud.
    "declaration-block-no-duplicate-properties": [
      true,
      { ignoreProperties: ["font-weight", "margin-bottom", "content"] },
    ],
    "declaration-property-value-keyword-no-deprecated": [
      true,
      { ignoreKeywords: ["break-word", "intrinsic"] },
    ],
    "font-family-no-duplicate-names": [true, { ignoreFontFamilyNames: ["monospace"] }],
  },
};
