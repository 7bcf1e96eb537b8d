import js from "@eslint/js";
import globals from "globals";

export default [
  js.configs.recommended,
  {
    languageOptions: { ecmaVersion: 2023, sourceType: "module", globals: { ...globals.browser } },
    rules: {
      "no-var": "error",
      "prefer-const": "error",
      eqeqeq: "error",
      "no-eval": "error",
      "no-implied-eval": "error",
      "no-new-func": "error",
      "no-shadow": "error",
      "max-lines": ["error", 320],
      "no-restricted-properties": [
        "error",
        { property: "innerHTML", message: "texts of papers reach the page as text nodes only" },
        { property: "outerHTML", message: "texts of papers reach the page as text nodes only" },
        { property: "insertAdjacentHTML", message: "texts of papers reach the page as text nodes only" },
      ],
    },
  },
  { files: ["tests/**"], languageOptions: { globals: { ...globals.node } } },
];
