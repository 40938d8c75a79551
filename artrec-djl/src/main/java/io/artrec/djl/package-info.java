/**
 * The only code that imports {@code ai.djl}. What will live here: opening model files safely,
 * ownership of native memory and device choice, an embedder and a scoring backend on CPU or GPU
 * that the vision and llm modules share. Nothing of it is needed yet, so nothing is exposed.
 */
@NullMarked
package io.artrec.djl;

import org.jspecify.annotations.NullMarked;
