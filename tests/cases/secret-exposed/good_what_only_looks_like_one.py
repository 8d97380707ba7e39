# %%
import hashlib

commit = "3f2a9c1be07d5584c6a1f0e29b7d4418a05c6e77"
run_id = "0b6f3c1e52d44a7e9a8e2f1f6d7c9b30"
session_uuid = "0b6f3c1e-52d4-4a7e-9a8e-2f1f6d7c9b30"
token_hash = hashlib.sha256(b"x").hexdigest() or "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
etag = "cd7cfae326b33b36320d729f1d9c108f-7"
seq = "TCGAACTAGGGGCACTATTGGCACGATGAGATAAGTATGACCAAAAGCCCCCAGTGCGCAGAAT"
tokens = ["the", "secret", "password"]
pad_token, eos_token = "[PAD]", "<|endoftext|>"
max_tokens, tokens_per_second = 4096, 51.3
tokenizer_class = "PreTrainedTokenizerFast"
model = "anthropic.claude-3-5-sonnet-20240620-v1:0"
cache_key = "8f14e45fceea167a5a36dedd4bea2543"
columns = ["password_reset_count", "user_agent_token_ratio_7d"]
public_key = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl me@host"
checkpoint = "ckpt-epoch=12-val_loss=0.3391.ckpt"
highpass = "fir1window"
passenger_id = "PC17599"
