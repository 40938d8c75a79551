/**
 * Texts through a transformer: {@link io.artrec.djl.text.TextEncoder} tokenises, runs and pools,
 * for many callers at once. Hugging Face tokenizers and any encoder that gives one vector a token.
 */
@NullMarked
package io.artrec.djl.text;

import org.jspecify.annotations.NullMarked;
