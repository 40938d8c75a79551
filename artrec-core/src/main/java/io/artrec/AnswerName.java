package io.artrec;

/**
 * What an answer is told by.
 *
 * @param id its own name, which no other answer has
 * @param modelVersion what answered
 */
record AnswerName(String id, String modelVersion) {}
