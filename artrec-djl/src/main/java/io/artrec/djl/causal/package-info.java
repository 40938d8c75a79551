/**
 * Causal language models that run in the process: {@link io.artrec.djl.causal.CausalModel} opens a
 * TorchScript file with its tokenizer, a {@link io.artrec.djl.causal.CausalSession} keeps the keys
 * and values of what was read in native memory, and {@link io.artrec.djl.causal.Decoding} says how
 * tokens are chosen: the likeliest, by beam search, by chance, within a JSON schema.
 */
@NullMarked
package io.artrec.djl.causal;

import org.jspecify.annotations.NullMarked;
