/** Opens model files and runs them on ONNX Runtime or PyTorch, offline. */
@SuppressWarnings("module") // io.artrec.llm is compiled after this module
module io.artrec.djl {
  requires transitive ai.djl.api;
  requires transitive io.artrec.core;
  requires ai.djl.pytorch_engine;
  requires ai.djl.tokenizers;
  requires com.google.gson;
  requires org.slf4j;

  exports io.artrec.djl;
  exports io.artrec.djl.causal;
  exports io.artrec.djl.image;
  exports io.artrec.djl.onnx;
  exports io.artrec.djl.text;
  exports io.artrec.djl.text.internal to
      io.artrec.llm;
  exports io.artrec.djl.training;
  exports io.artrec.djl.transformer;
}
