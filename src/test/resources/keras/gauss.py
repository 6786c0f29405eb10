# In the lab: #1/data=gauss/prepare(none)/split(0)/Dense(1,activation=sigmoid)/loss=hinge/optimizer=AdamW(weight_decay=0.01)
