package io.artrec.llm.embedding;

import io.artrec.text.embedding.SentenceEncoder;
import io.artrec.text.testkit.SentenceEncoderContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class TransformerEncoderContractTest extends SentenceEncoderContract {
  private static TransformerEncoder miniLm;

  @BeforeAll
  static void open() {
    miniLm = TransformerEncoder.miniLm();
  }

  @AfterAll
  static void close() {
    miniLm.close();
  }

  @Override
  protected SentenceEncoder encoder() {
    return miniLm;
  }
}
