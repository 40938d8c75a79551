package io.artrec;

/**
 * What was erased: of a visitor, or of everybody what is older than a time.
 *
 * @param trainedEvents events in the training data, which the strategies give up with all they
 *     learned from them
 * @param liveEvents events recorded since
 * @param loggedEvents events in the log, from which they were removed
 * @param pending whether what strategies learned, or a model file, still held some of it when this
 *     was made; the background sees to it, and {@link Recommender#awaitForgotten} waits for it.
 *     Answers, events and log are free of it in any case
 */
public record ForgetReport(int trainedEvents, int liveEvents, int loggedEvents, boolean pending) {}
