/** A question with two options that several scenarios ask. */
export const style = {
  question: "Which pagination style?",
  header: "Style",
  options: [
    { label: "Cursor", description: "stable" },
    { label: "Offset", description: "simple" },
  ],
};
