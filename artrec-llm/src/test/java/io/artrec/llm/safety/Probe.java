package io.artrec.llm.safety;

import io.artrec.llm.prompt.Prompter;
import java.util.Set;

/**
 * A feature, asked with a hostile text wherever it reads a stranger's. It checks what only it can
 * know to be valid, and returns all words that people would be shown.
 */
interface Probe {
  /** The names of the prompts that it uses. */
  Set<String> prompts();

  /** Asks. */
  String shown(Prompter prompter, String hostile);
}
