/** What ONNX files hold no encoder that artrec can rebuild on PyTorch. */
@NullMarked
package io.artrec.djl.transformer;

import org.jspecify.annotations.NullMarked;
