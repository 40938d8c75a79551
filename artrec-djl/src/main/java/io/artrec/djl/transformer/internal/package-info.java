/**
 * BERT encoders on the PyTorch engine, from the ONNX file alone: the graph is recognised, its
 * weights are put into a block built by hand, and no Python and no TorchScript is needed. {@link
 * io.artrec.djl.transformer.internal.BertModel} is the entrance.
 */
@NullMarked
package io.artrec.djl.transformer.internal;

import org.jspecify.annotations.NullMarked;
