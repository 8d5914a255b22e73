"""Weights of victim signs, fitted by tools/fit_assess.py; docs/assessing.md is their card. Figures only."""

LINE = 0.2
"""A probability above it is an answer: where F1 was best in cross-validation."""

PARSED = """
feature victim
(intercept) -1.63
after by -0.363
after for -0.293
after from -0.424
after in -0.66
after including 0.999
after of -0.369
after of early 0.162
after on -0.551
after other 0.222
after to -0.654
after with -0.0699
age 0.338
bears 0.0331
bears arrest -0.175
bears court -0.689
bears net 0.198
bears of all 0.32
bears share 0.153
beside arbitrary_detention -0.0366
beside attack 0.0792
beside enforced_disappearance -0.361
beside harm 0.0723
beside harm body 0.234
beside harm lead -0.226
beside harm share 0.288
beside harm title -0.902
beside kidnapping -0.121
beside killing -0.323
beside torture 0.0407
by -0.186
by grammar 0.652
defender after 0.536
defender before 0.358
doc arrest 0.133
doc disappear -0.0143
doc kidnap -0.149
doc kill 0.0318
doc title arrest 0.304
doc title kidnap 0.187
doc title kill 0.0327
doc title torture 0.219
doc torture 0.00296
does 0.403
does share 1.28
first defender after 0.194
first defender before 0.187
first journalist after -0.703
first journalist before -0.0916
first kin before 0.335
first official after -0.171
first official before -0.356
first other victim after 0.436
first other victim before -0.12
first state after 0.0513
first state before -0.323
first victim word after -0.144
first victim word before 0.0826
first who 0.504
genitive -0.217
harm of -0.121
harm of share 0.54
harm over 0.848
he bears any 0.0754
he bears arbitrary_detention 0.0928
he says 0.0325
in lead -0.0593
in title -0.495
is bears any 0.131
is bears any early 0.269
is bears arbitrary_detention 0.147
is bears arbitrary_detention early -0.15
is bears attack 0.981
is bears kidnapping 0.561
is bears killing -0.241
is does any 0.252
is official -0.429
is says -0.0549
is says early 0.352
is subject 0.629
is victim word 0.0252
journalist after 0.501
journalist before 0.564
kin before 0.387
listed 0.292
listed early 0.659
long text -0.183
mentions -0.0755
mr 0.0754
near armed -0.245
near arrest -0.337
near attack 0.393
near beat 0.442
near court 0.0539
near court early 0.13
near die 0.207
near jail -0.169
near kidnap 0.013
near kill 0.61
near may -0.106
near not -0.413
near release 0.442
near state -0.286
near state early 0.734
near threat -0.793
object 0.0748
object early 0.182
official after -0.362
official before -0.357
official before early -0.137
once -0.0907
one of -0.392
one word -1.1
other victim after -0.183
other victim before 0.0247
owner 0.163
persons -0.245
place 0.217
rank 0.262
root -0.0311
row 0.175
row bears 0.129
row given 0.312
says 0.0338
says by place -0.00334
says by place early -0.796
says early 0.404
says share -0.348
speaks near -0.188
speaks near share -0.129
state after 0.0858
state before -0.492
subject -0.0504
subject early 0.293
subject over arrest 0.158
such as 0.28
then he 0.0606
then he harm 0.49
then he says -0.197
three words -0.299
victim before -0.418
victim word after -0.135
victim word before 0.14
victim word before early -0.0349
who 0.302
x accused -0.215
x bears 0.189
x bears and accused -0.872
x bears and official 0.352
x bears by both -0.127
x bears early 0.0428
x bears in row -0.126
x early kind 0.0169
x early trade -0.294
x he bears 0.219
x kin -0.33
x kind 0.0384
x kind bears -0.0172
x kind bears early 0.344
x kind given 0.126
x kind in row 0.112
x near 0.225
x near in row 0.355
x nothing -0.333
x official only -0.337
x official says -0.182
x often bears 0.495
x often, bears nothing -0.134
x once bears -0.0712
x once, bears nothing -0.0514
x once, kind, near 0.0902
x once, no kind -0.201
x only bears -0.121
x only bears, early 0.528
x only says -0.127
x row bears 0.676
x row given 0.0873
x row of three 0.0675
x sure name bears 0.202
x title near -0.0416
x trade 0.212
x trade bears 0.414
x trade near -0.0197
x trade says -0.236
x trade, silent 0.397
x unsure name bears 0.101
"""

BARE = """
feature victim
(intercept) -1.35
age 1.05
beside arbitrary_detention 0.348
beside attack 0.175
beside enforced_disappearance 0.0552
beside harm 0.0958
beside harm body 0.258
beside harm lead 0.0427
beside harm share 0.247
beside kidnapping 0.188
beside killing -0.077
beside torture 0.253
by -0.124
defender after 0.433
defender before 0.228
doc arrest 0.191
doc disappear 0.0238
doc kidnap -0.0955
doc kill 0.0341
doc title arrest 0.394
doc title kidnap 0.129
doc title kill 0.0422
doc title torture 0.364
doc torture 0.0258
first defender after 0.00193
first defender before 0.395
first journalist after -0.123
first journalist before 0.322
first kin before -0.139
first official after -0.309
first official before -0.403
first other victim after 0.45
first other victim before 0.114
first state after 0.297
first state before 0.381
first victim after 0.0808
first victim before -0.317
first victim word after 0.112
first victim word before 0.0814
first who 1.33
in lead 0.256
in title -0.31
journalist after 0.384
journalist before 0.768
kin before 0.431
long text -0.198
mentions -0.0957
near armed -0.252
near arrest -0.0204
near attack 0.75
near court 0.539
near court early 0.463
near die 1.29
near jail -0.173
near kidnap 0.062
near kill 0.963
near may -0.25
near not -0.943
near release 0.274
near state -0.308
near state early 0.635
near threat -0.412
official after -0.149
official before -0.398
once -0.0423
other victim after -0.109
other victim before -0.257
persons -0.271
place 0.293
rank 0.00931
row 0.651
says by place -0.21
speaks near -0.0381
speaks near share -0.254
state after 0.208
state before -0.458
such as 0.553
then he 0.0465
then he harm 0.566
then he says -0.344
three words -0.296
victim after 0.806
victim before -0.0842
victim word after 0.0228
victim word before 0.0589
victim word before early 0.502
who 0.0827
x early kind -0.0388
x early trade -0.402
x kin -0.0238
x kind 0.0781
x kind in row 0.564
x near 0.248
x near in row 0.465
x nothing -0.168
x official only -0.238
x official says -0.325
x often, bears nothing 0.0423
x once, bears nothing -0.0423
x once, kind, near 0.252
x once, no kind -0.0931
x only says -0.131
x row of three 0.308
x title near 0.0529
x trade 0.158
x trade near 0.291
x trade says -0.671
x trade, silent 0.312
"""
