import { numerics } from "@logjam/lang";
import { add, apply, cholesky, type Matrix, multiply, solveCholesky, transpose, type Vector } from "./matrix.ts";

const LN_2PI = 1.8378770664093453;

/**
 * A linear-Gaussian state-space model: x' = T x + w, w ~ N(0, Q); y = Z x + v, v ~ N(0, H). The state before the first
 * week is N(mean, covariance); the first observation is of the week after.
 */
export interface LinearGaussian {
  readonly transition: Matrix;
  readonly transitionNoise: Matrix;
  readonly observation: Matrix;
  readonly observationNoise: Matrix;
  readonly mean: Vector;
  readonly covariance: Matrix;
}

export interface KalmanStep {
  /** Mean and covariance of the observation before it was seen. */
  readonly predictedMean: Vector;
  readonly predictedCovariance: Matrix;
  /** Mean and covariance of the state after it was seen. */
  readonly mean: Vector;
  readonly covariance: Matrix;
  /** ln of the density of all observations so far. */
  readonly logLikelihood: number;
}

/** The exact filter (Kalman 1960), [time] of observations, each a vector. */
export function kalmanFilter(model: LinearGaussian, observations: readonly Vector[]): KalmanStep[] {
  const { transition, transitionNoise, observation, observationNoise } = model;
  let [mean, covariance, logLikelihood]: [Vector, Matrix, number] = [model.mean, model.covariance, 0];
  return observations.map((observed) => {
    const stateMean = apply(transition, mean);
    const stateCovariance = add(multiply(multiply(transition, covariance), transpose(transition)), transitionNoise);
    const predictedMean = apply(observation, stateMean);
    const cross = multiply(stateCovariance, transpose(observation));
    const predictedCovariance = add(multiply(observation, cross), observationNoise);
    const factor = cholesky(predictedCovariance);
    const surprise = observed.map((y, i) => y - predictedMean[i]!);
    const weighted = solveCholesky(factor, surprise);
    const shift = apply(cross, weighted);
    const gain = cross.map((row) => solveCholesky(factor, row));
    mean = stateMean.map((x, i) => x + shift[i]!);
    covariance = add(stateCovariance, multiply(gain, transpose(cross)), -1);
    const logDeterminant = 2 * factor.reduce((sum, row, i) => sum + numerics.log(row[i]!), 0);
    const distance = surprise.reduce((sum, x, i) => sum + x * weighted[i]!, 0);
    logLikelihood -= 0.5 * (observed.length * LN_2PI + logDeterminant + distance);
    return { predictedMean, predictedCovariance, mean, covariance, logLikelihood };
  });
}
