"""Weights of victim signs, by tools/fit_assess.py; docs/assessing.md is their card."""

LINE = 0.23
"""A probability above it is an answer: where F1 was best in cross-validation."""

PARSED = """
feature victim
(intercept) -1.99
after against -0.508
after by -0.721
after for 0.638
after from -0.636
after in -0.912
after including 0.943
after of -0.4
after of early 0.184
after on -0.469
after other -0.112
after to -0.739
after with -0.36
age 0.6
bears 0.137
bears arrest -0.272
bears court -0.568
bears early 0.329
bears net 0.139
bears of all 0.286
bears share 0.395
beside arbitrary_detention 0.033
beside attack 0.217
beside enforced_disappearance -0.474
beside harm 0.0197
beside harm body 0.209
beside harm lead -0.118
beside harm share 0.34
beside harm title -0.794
beside kidnapping -0.0843
beside killing -0.334
beside torture -0.173
by -0.148
by grammar 0.752
defender after 0.684
defender before 0.278
doc arrest 0.131
doc disappear 0.0504
doc kidnap -0.139
doc kill 0.0457
doc title arrest 0.245
doc title kidnap 0.234
doc title kill 0.115
doc title torture 0.346
doc torture -0.0604
does 0.263
does share 0.682
first defender after -0.131
first defender before 0.0147
first journalist after -0.513
first journalist before -0.176
first kin before 0.342
first official after -0.0355
first official before -0.198
first other victim after 0.369
first other victim before -0.253
first state after -0.205
first state before -0.5
first victim word after -0.0764
first victim word before 0.13
first who 0.386
for -0.625
genitive -0.17
harm of -0.0489
harm of share 0.717
harm over 0.733
he bears any 0.177
he bears arbitrary_detention 0.145
he bears killing -0.234
he says -0.00166
in lead -0.101
in title -0.439
is accused -0.206
is bears any 0.16
is bears any early 0.317
is bears arbitrary_detention 0.203
is bears arbitrary_detention early -0.283
is bears attack 0.834
is bears kidnapping 0.588
is bears killing -0.0256
is bears release 0.325
is does any 0.205
is official -0.711
is says -0.121
is says early 0.24
is subject 0.451
is subject victim word 0.876
is victim word -0.0107
journalist after 0.219
journalist before 0.661
kin after -1.03
kin before 0.24
kin of 0.256
lawyer before -0.406
listed 0.438
listed early 0.479
long text -0.153
mentions -0.0825
mr 0.152
near armed -0.218
near arrest -0.233
near arrest early -0.0682
near attack 0.22
near beat 0.857
near court -0.0277
near court early 0.449
near die 0.159
near jail -0.0463
near kidnap -0.36
near kill 0.413
near may -0.132
near not -0.354
near release 0.281
near state -0.129
near state early 0.295
near threat -1.06
near torture 0.103
object 0.109
object early -0.447
official after -0.178
official before -0.252
official before early -0.496
once -0.127
one of -0.652
one word -1.26
other victim after -0.127
other victim before -0.228
owner 0.313
persons -0.258
place 0.579
rank 0.208
root 0.00136
root early -0.0239
row 0.324
row bears 0.128
row given 0.356
says 0.00534
says by place -0.111
says by place early -0.82
says early 0.573
says share -0.429
speaks near -0.167
speaks near share -0.0382
state after 0.585
state before -0.347
subject -0.0831
subject early 0.523
subject over arrest 0.0384
such as 0.398
then he 0.239
then he harm 0.395
then he says -0.34
three words -0.401
unionist before 0.436
victim before -0.282
victim word after -0.026
victim word before 0.196
victim word before early -0.219
who 0.215
who harm 0.527
x accused 0.053
x bears 0.11
x bears and accused -0.577
x bears and official 0.253
x bears by both -0.0808
x bears early 0.126
x bears in row -0.327
x early kind 0.0422
x early trade -0.0686
x he bears 0.248
x held for a crime -1.34
x kin -0.276
x kind 0.0657
x kind bears 0.0369
x kind bears early 0.301
x kind given 0.188
x kind in row 0.283
x near 0.186
x near in row 0.593
x nothing -0.301
x official only -0.296
x official says -0.00675
x often bears 0.511
x often, bears nothing -0.156
x once bears -0.215
x once, bears nothing -0.0278
x once, kind, near 0.223
x once, no kind -0.185
x only bears -0.0668
x only bears, early 0.422
x only says -0.0585
x row bears 0.458
x row given -0.165
x row of three -0.0259
x sure name bears 0.0875
x title bears -0.307
x title near -0.0489
x trade 0.158
x trade bears 0.228
x trade near 0.159
x trade says -0.199
x trade, silent 0.291
x unsure name bears 0.198
"""

BARE = """
feature victim
(intercept) -1.53
age 1.31
beside arbitrary_detention 0.334
beside attack 0.234
beside enforced_disappearance -0.0817
beside harm 0.0737
beside harm body 0.229
beside harm lead 0.0837
beside harm share 0.165
beside harm title -0.944
beside kidnapping 0.232
beside killing -0.0385
beside torture 0.211
by -0.443
defender after 0.478
defender before 0.0651
doc arrest 0.176
doc disappear 0.0508
doc kidnap -0.0919
doc kill 0.0477
doc title arrest 0.294
doc title kidnap 0.0807
doc title kill 0.0483
doc title torture 0.304
doc torture 0.0196
first defender after -0.115
first defender before 0.218
first journalist after 0.0412
first journalist before -0.0497
first kin after -0.616
first kin before -0.489
first official after -0.383
first official before -0.338
first other victim after 0.438
first other victim before -0.00756
first state after -0.0317
first state before 0.363
first unionist before 0.579
first victim after 0.402
first victim before -0.341
first victim word after 0.154
first victim word before 0.0669
first who 1.14
for -0.908
harm of 1.01
harm of share 0.409
in lead 0.244
in title -0.362
jail after 0.497
journalist after -0.0192
journalist before 1.03
kin after -0.226
kin before 0.311
long text -0.16
mentions -0.153
near armed -0.118
near arrest 0.137
near arrest early -0.226
near attack 0.867
near court 0.253
near court early 0.676
near die 1.02
near jail -0.155
near kidnap -0.336
near kill 0.568
near may -0.155
near not -0.879
near release 0.307
near state -0.116
near state early 0.15
near threat -0.96
official after 0.339
official before -0.401
official before early -0.121
once -0.0987
other victim after -0.118
other victim before -0.396
persons -0.27
place 0.586
rank -0.143
row 0.6
says by place -0.162
speaks near 0.01
speaks near share -0.214
state after 0.474
state before -0.307
such as 0.272
then he 0.184
then he harm 0.531
then he says -0.578
three words -0.365
unionist before -0.681
victim after 0.613
victim before -0.0188
victim word after -0.092
victim word before 0.186
victim word before early 0.0997
who 0.0321
x early kind -0.0329
x early trade -0.16
x kin 0.00483
x kind 0.237
x kind in row 0.45
x near 0.323
x near in row 0.779
x nothing -0.219
x official only -0.153
x official says -0.138
x often, bears nothing 0.0987
x once, bears nothing -0.0987
x once, kind, near 0.266
x once, no kind -0.061
x only says -0.161
x row of three 0.244
x title near 0.33
x trade 0.0779
x trade near 0.427
x trade says -0.893
x trade, silent 0.251
"""
