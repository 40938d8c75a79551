/**
 * What language models are asked, and how texts of strangers are kept from asking it. {@link
 * io.artrec.llm.prompt.Prompts} are versioned files in English and Chinese that users override;
 * {@link io.artrec.llm.prompt.Prompter} fills them for a model. Whatever comes from records and
 * visitors is cleaned, capped, freed of addresses and keys, and set between marks that its writer
 * cannot know.
 */
@NullMarked
package io.artrec.llm.prompt;

import org.jspecify.annotations.NullMarked;
