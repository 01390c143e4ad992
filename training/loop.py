"""The training loop: batches to steps of the optimizer, with a running average of the weights."""

from __future__ import annotations

import time
from collections.abc import Iterable

import torch

from training.model import Joint
from training.tensors import Batch

WEIGHTS = {"arcs": 1.0, "labels": 1.0, "features": 0.5, "xpos": 0.5, "lemma": 0.4, "starts": 0.5, "entities": 0.7}


def optimizer(model: Joint, rate: float, head_rate: float) -> torch.optim.Optimizer:
    """AdamW with one rate for the encoder and a higher one for everything new; no decay on biases and norms.

    What corpora correct for themselves learns at 1e-3 at least: it must not lag behind the head that it corrects.
    """
    groups: dict[tuple[float, bool], list[torch.nn.Parameter]] = {}
    for name, parameter in model.named_parameters():
        old, decays = name.startswith("encoder."), parameter.dim() > 1 and "LayerNorm" not in name
        own = rate if old else max(head_rate, 1e-3) if name == "corrections" else head_rate
        groups.setdefault((own, decays), []).append(parameter)
    return torch.optim.AdamW(
        [{"params": p, "lr": own, "weight_decay": 0.01 if decays else 0.0} for (own, decays), p in groups.items()],
        betas=(0.9, 0.98),
        fused=True,
    )


def averaged(average: dict[str, torch.Tensor], model: Joint, step: int, decay: float = 0.999) -> None:
    """Move the running average of the weights towards the model's; early steps weigh more."""
    rate = min(decay, (1 + step) / (10 + step))
    for name, value in model.state_dict().items():
        if value.is_floating_point():
            average[name].lerp_(value.detach(), 1 - rate)
        else:
            average[name].copy_(value)


def learn(
    model: Joint,
    batches: Iterable[Batch],
    optim: torch.optim.Optimizer,
    rates: torch.optim.lr_scheduler.LRScheduler,
    average: dict[str, torch.Tensor],
    step: int,
    *,
    decay: float = 0.999,
    name: str = "",
) -> int:
    """Learn from batches, one step each, and tell of it every 25.

    Args:
        model, optim, rates, average: what is changed: the weights, the optimizer's state, its rates, the running average.
        batches: on any device; they are moved to the model's.
        step: how many steps were taken before; the average forgets faster at the beginning.
        decay: how slowly the average moves.
        name: stands before what is told.

    Returns:
        How many steps have been taken now.
    """
    model.train()
    device = next(model.parameters()).device
    begun, sums, seen = time.time(), dict.fromkeys(WEIGHTS, 0.0), 0
    for n, given in enumerate(batches, 1):
        batch = Batch(*[t.to(device) for t in given])
        losses = model.loss(batch)
        sum((WEIGHTS[k] * v for k, v in losses.items()), torch.zeros((), device=device)).backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optim.step()
        rates.step()
        optim.zero_grad(set_to_none=True)
        step += 1
        averaged(average, model, step, decay)
        seen += int(batch.mask.sum())
        for k, v in losses.items():
            sums[k] += v.item()
        if n % 25 == 0:
            shown = " ".join(f"{k} {v / n:.3f}" for k, v in sums.items())
            print(f"{name} batch {n} {seen / (time.time() - begun):.0f} pieces/s {shown}", flush=True)
    return step
