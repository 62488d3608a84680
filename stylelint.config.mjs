// How the styles are checked: `make check` reads the sources, `make valid` what they become.

/** Elements and classes of Det Fælles Designsystem are named as they name them: block--modifier. */
const CLASS = /^[a-z][a-z0-9]*(-{1,2}[a-z0-9]+)*$/;

export default {
  extends: ["stylelint-config-standard-scss"],
  reportDescriptionlessDisables: true,
  reportInvalidScopeDisables: true,
  reportNeedlessDisables: true,
  rules: {
    "selector-class-pattern": CLASS,
    // Older phones know `min-width` and not `width >=`.
    "media-feature-range-notation": "prefix",
    // As SVG and the kinds of paper are written.
    "value-keyword-case": ["lower", { camelCaseSvgKeywords: true, ignoreKeywords: ["A4"] }],
    "scss/declaration-property-value-no-unknown": true,
    // Groups of properties that belong together stand together.
    "custom-property-empty-line-before": null,
    "at-rule-empty-line-before": [
      "always",
      {
        except: ["blockless-after-same-name-blockless", "first-nested"],
        ignore: ["after-comment"],
        ignoreAtRules: ["else"],
      },
    ],
    // A file's components stand one after the other; the layers decide what wins, not the order.
    "no-descending-specificity": null,
  },
};
