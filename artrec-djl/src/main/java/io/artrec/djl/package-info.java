/**
 * Neural models behind DJL, the only code that imports {@code ai.djl}. {@link
 * io.artrec.djl.ModelSource} says where a model's files are and reads them safely, {@link
 * io.artrec.djl.NeuralModel} opens one on ONNX Runtime or PyTorch and owns its native memory; both
 * stay offline. Nothing native leaves a call: what goes in and comes out are Java buffers.
 */
@NullMarked
package io.artrec.djl;

import org.jspecify.annotations.NullMarked;
