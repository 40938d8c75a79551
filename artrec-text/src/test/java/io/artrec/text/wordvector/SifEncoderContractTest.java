package io.artrec.text.wordvector;

import io.artrec.text.embedding.SentenceEncoder;
import io.artrec.text.testkit.SampleTexts;
import io.artrec.text.testkit.SentenceEncoderContract;

class SifEncoderContractTest extends SentenceEncoderContract {
  private static final WordVectors VECTORS =
      Word2Vec.cbow(WordVectors.plainWords())
          .dimensions(7)
          .epochs(2)
          .minTexts(1)
          .train(SampleTexts.ordinary());

  @Override
  protected SentenceEncoder encoder() {
    return SifEncoder.fit(VECTORS, WordVectors.plainWords(), SampleTexts.ordinary());
  }
}
