/**
 * Reading ONNX files without a protobuf library and without running them: graph, attributes and
 * weights. {@link io.artrec.djl.onnx.internal.OnnxGraph} is the entrance. Files are treated as
 * hostile: every length is checked against the bytes that are left before memory is taken.
 */
@NullMarked
package io.artrec.djl.onnx.internal;

import org.jspecify.annotations.NullMarked;
