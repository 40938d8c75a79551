package io.artrec.examples.atelier;

/** One text in two languages. */
record Said(String english, String chinese) {
  Said then(Said next) {
    return new Said(english + " " + next.english, chinese + next.chinese);
  }
}
