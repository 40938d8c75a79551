/**
 * What ONNX files cannot be read. They are read without a protobuf library and without running
 * them.
 */
@NullMarked
package io.artrec.djl.onnx;

import org.jspecify.annotations.NullMarked;
